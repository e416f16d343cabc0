"use strict";
// An element names itself in data-key and what it is tied to in data-to; what is tied lights up together.
(() => {
  const find = (selector) => document.querySelector(selector);
  const words = (text) => (text || "").split(" ").filter(Boolean);
  const strip = find(".strip");
  const article = find(".article");
  const side = find(".side");
  const bar = find(".bar");
  const stacked = matchMedia("(max-width: 60rem)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  const keyed = new Map();
  for (const element of document.querySelectorAll("[data-key]")) {
    for (const key of words(element.dataset.key)) {
      if (!keyed.has(key)) keyed.set(key, []);
      keyed.get(key).push(element);
    }
  }

  let lit = [];
  let pinned = null;
  let waiting = 0;

  // The keys of an element. A fact lights its sentence, and the sources of that, as well.
  function keysOf(element) {
    const around = element.parentElement.closest("[data-to]");
    const outer = around ? words(`${around.dataset.key} ${around.dataset.to}`).filter((key) => key[0] !== "p") : [];
    return [...new Set([...words(element.dataset.to), ...outer])];
  }

  // What there is to look at: the first part of each sentence or place, none of it on the strip.
  function targetsOf(element) {
    const keys = words(element.dataset.to);
    const found = keys.map((key) => (keyed.get(key) || []).find((one) => !strip.contains(one)));
    const sentences = found.filter((one) => one && !one.matches("mark"));
    return sentences.length ? sentences : found.filter(Boolean);
  }

  function light(element) {
    dim();
    lit = [element, ...keysOf(element).flatMap((key) => keyed.get(key) || [])];
    for (const one of lit) one.classList.add("lit");
  }

  function dim() {
    clearTimeout(waiting);
    for (const one of lit) one.classList.remove("lit");
    lit = [];
  }

  // The bar covers the last 64 pixels. Beside the article only the side itself scrolls, never the page with it.
  function bringIntoView(element) {
    if (!element) return;
    const box = element.getBoundingClientRect();
    if (box.top >= 8 && box.bottom <= innerHeight - 64) return;
    const scroller = !stacked.matches && side.contains(element) ? side : window;
    const top = (box.top + box.bottom - innerHeight) / 2;
    scroller.scrollBy({ top, behavior: still.matches ? "auto" : "smooth" });
  }

  // On a phone the article lies below the summary: only a tap goes there.
  function glance(element, delay) {
    if (pinned) return;
    light(element);
    if (!stacked.matches) waiting = setTimeout(() => bringIntoView(targetsOf(element)[0]), delay);
  }

  function visit(at) {
    const targets = targetsOf(pinned);
    const target = targets[at % targets.length];
    const line = target.closest("[data-line]");
    const place = targets.length > 1 ? ` ${(at % targets.length) + 1} of ${targets.length}` : "";
    bringIntoView(target);
    bar.dataset.at = at;
    const what = article.contains(target) ? "Source" : "Sentence";
    find(".bar-text").textContent = what + place + (line ? `, line ${line.dataset.line}` : "");
    find("[role=status]").textContent = target.textContent;
    find(".next").hidden = targets.length < 2;
  }

  function pin(element) {
    const again = pinned === element;
    release();
    if (again) return;
    pinned = element;
    pinned.setAttribute("aria-current", "true");
    light(element);
    bar.hidden = false;
    visit(0);
  }

  function release() {
    if (pinned) pinned.removeAttribute("aria-current");
    pinned = null;
    bar.hidden = true;
    dim();
  }

  function back() {
    const from = pinned;
    release();
    from.focus({ preventScroll: true });
    bringIntoView(from);
  }

  // Up and down walk the sentences of the side that has the focus.
  function step(element, by) {
    const all = [...element.closest("section").querySelectorAll(".said[href], .source[id]")];
    const next = all[all.indexOf(element) + by];
    if (next) next.focus();
    return Boolean(next);
  }

  const tied = (event) => event.target.closest && event.target.closest("[data-to]");

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || pinned) return;
    const element = tied(event);
    if (element) glance(element, 180);
    else dim();
  });
  document.addEventListener("focusin", (event) => {
    const element = tied(event);
    if (element && element.matches(":focus-visible")) glance(element, 0);
  });
  document.addEventListener("focusout", () => pinned || dim());
  document.addEventListener("click", (event) => {
    const element = tied(event);
    if (!element) return;
    event.preventDefault();
    if (getSelection().isCollapsed) pin(element.closest("a") || element);
  });
  document.addEventListener("dragstart", (event) => tied(event) && event.preventDefault());
  document.addEventListener("keydown", (event) => {
    const element = tied(event);
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && pinned) stacked.matches ? back() : release();
    else if (event.key === " " && element) pin(element);
    else if (!(by && element && step(element, by))) return;
    event.preventDefault();
  });
  find(".next").addEventListener("click", () => visit(Number(bar.dataset.at) + 1));
  find(".back").addEventListener("click", back);
  find(".close").addEventListener("click", release);

  // The strip follows the layout, which depends on the window and on what is hidden.
  function measure() {
    const whole = article.getBoundingClientRect();
    for (const band of strip.querySelectorAll("a")) {
      const parts = (keyed.get(band.dataset.key) || []).filter((one) => article.contains(one));
      const boxes = parts.map((one) => one.getBoundingClientRect());
      const top = Math.min(...boxes.map((box) => box.top)) - whole.top;
      const bottom = Math.max(...boxes.map((box) => box.bottom)) - whole.top;
      band.firstElementChild.setAttribute("y", (1000 * top) / whole.height);
      band.firstElementChild.setAttribute("height", Math.max((1000 * (bottom - top)) / whole.height, 4));
    }
    follow();
  }

  function follow() {
    const whole = article.getBoundingClientRect();
    const top = Math.max(-whole.top, 0);
    const bottom = Math.min(innerHeight - whole.top, whole.height);
    find(".window").setAttribute("y", (1000 * top) / whole.height);
    find(".window").setAttribute("height", Math.max((1000 * (bottom - top)) / whole.height, 0));
  }

  let drawn = true;
  addEventListener("scroll", () => {
    if (drawn) requestAnimationFrame(() => { drawn = true; follow(); });
    drawn = false;
  }, { passive: true });
  new ResizeObserver(measure).observe(article);
})();
