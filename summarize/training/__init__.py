"""How the files that ship with the package were made from open data."""
