"""The words and signs that measures and money are written with -> the unit they stand for."""

from __future__ import annotations

# ISO 4217 codes; a bare "$" is taken for the US dollar.
CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "€": "EUR", "eur": "EUR", "euro": "EUR", "£": "GBP",
    "gbp": "GBP", "pound": "GBP", "¥": "JPY", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "₹": "INR", "rs": "INR",
    "rupee": "INR", "ruble": "RUB", "rouble": "RUB", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD",
    "nz$": "NZD", "hk$": "HKD", "s$": "SGD", "franc": "CHF", "chf": "CHF", "shekel": "ILS", "peso": "MXN",
    "₩": "KRW", "₽": "RUB", "₺": "TRY", "lira": "TRY", "₦": "NGN", "naira": "NGN", "₿": "BTC", "bitcoin": "BTC",
    "r$": "BRL", "₪": "ILS", "₴": "UAH", "hryvnia": "UAH", "rand": "ZAR", "krona": "SEK", "kronor": "SEK",
    "krone": "NOK", "kroner": "NOK", "baht": "THB", "dirham": "AED", "riyal": "SAR", "zloty": "PLN", "dinar": "KWD",
    "rupiah": "IDR", "forint": "HUF", "ringgit": "MYR", "rmb": "CNY",
}  # fmt: skip
UNITS = {
    "%": "%", "percent": "%", "per cent": "%", "pc": "%", "percentage point": "pp", "pp": "pp", "bp": "bp", "bps": "bp",
    "mile": "mi", "mi": "mi", "kilometer": "km", "kilometre": "km", "km": "km", "meter": "m", "metre": "m",
    "foot": "ft", "feet": "ft", "ft": "ft", "inch": "in", "inches": "in", "yard": "yd", "acre": "acre",
    "hectare": "ha", "kilogram": "kg", "kilo": "kg", "kg": "kg", "gram": "g", "ton": "t", "tonne": "t",
    "ounce": "oz", "lb": "lb", "liter": "l", "litre": "l", "gallon": "gal", "barrel": "bbl", "mph": "mph",
    "miles per hour": "mph", "miles an hour": "mph", "kph": "km/h", "km/h": "km/h", "kilometers per hour": "km/h",
    "kilometres per hour": "km/h", "kilometers an hour": "km/h", "kilometres an hour": "km/h",
    "degree": "deg", "°": "deg", "°c": "deg", "°f": "deg", "watt": "W", "kilowatt": "kW", "megawatt": "MW",
    "gigawatt": "GW", "mw": "MW", "gw": "GW", "kw": "kW", "kwh": "kWh", "mwh": "MWh", "gwh": "GWh", "twh": "TWh",
    "kilowatt-hour": "kWh", "megawatt-hour": "MWh", "cent": "c", "pence": "p", "basis point": "bp",
    "degrees celsius": "deg", "degree celsius": "deg", "degrees fahrenheit": "deg", "degree fahrenheit": "deg",
    "degrees c": "deg", "degrees f": "deg", "square mile": "sq mi", "square kilometer": "sq km",
    "square kilometre": "sq km", "sq km": "sq km", "square meter": "sq m", "square metre": "sq m", "sq m": "sq m",
    "square foot": "sq ft", "square feet": "sq ft", "sq ft": "sq ft", "square yard": "sq yd", "cubic meter": "cu m",
    "cubic metre": "cu m", "cubic foot": "cu ft", "cubic feet": "cu ft", "cm": "cm", "centimeter": "cm",
    "centimetre": "cm", "mm": "mm", "millimeter": "mm", "millimetre": "mm", "nautical mile": "nmi", "knot": "kn",
    "gigabyte": "GB", "gb": "GB", "megabyte": "MB", "mb": "MB", "terabyte": "TB", "tb": "TB", "light-year": "ly",
}  # fmt: skip
