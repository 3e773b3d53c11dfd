/* What pyvis draws becomes a picture that one can read: colours, evidence, search, keys. */
"use strict";
{
  const byId = (id) => document.getElementById(id);
  const container = byId("mynetwork");
  const stage = container.parentElement;
  const panel = byId("evidence");
  const width = 160;
  const hiddenKinds = new Set();
  const cards = nodes.get({ filter: (node) => !node.port });
  const card = (id) => nodes.get(nodes.get(id)?.port ?? id);
  const linesOf = new Map(cards.map(({ id }) => [id, []]));
  for (const line of edges.get()) for (const end of line.ends) linesOf.get(end).push(line.id);
  let chosen = null;

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  function tint(hex, share) {
    const paper = channels(colour("paper").padEnd(7, "f"));
    const mixed = channels(hex).map((value, index) => Math.round(value * share + paper[index] * (1 - share)));
    return `rgb(${mixed.join(",")})`;
  }

  /* Which cards and edges belong to what is chosen. */
  function near() {
    const lines = new Set(linesOf.get(chosen) ?? (chosen ? [chosen] : []));
    const ends = [...lines].flatMap((id) => edges.get(id).ends);
    return { lines, cards: new Set(linesOf.has(chosen) ? [chosen, ...ends] : ends) };
  }

  function paint() {
    const around = near();
    nodes.update(cards.map(({ id, kind, chosen: central }) => {
      const border = colour(kind);
      const strong = around.cards.has(id);
      const state = { border, background: tint(border, strong ? 0.26 : 0.13) };
      return {
        id,
        color: { ...state, highlight: state, hover: { border, background: tint(border, 0.26) } },
        font: { color: colour("ink") },
        borderWidth: id === chosen ? 4 : central ? 3 : 1.8,
        opacity: chosen && !strong ? 0.3 : 1,
        hidden: hiddenKinds.has(kind),
      };
    }));
    edges.update(edges.get().map(({ id, ends, quiet }) => {
      const strong = around.lines.has(id);
      const plain = colour(strong ? "mark" : "edge");
      return {
        id,
        color: { color: plain, highlight: colour("mark"), hover: colour("mark"), opacity: chosen && !strong ? 0.2 : 1 },
        width: strong ? 1.7 : 1,
        hidden: (quiet && !strong) || ends.some((end) => hiddenKinds.has(nodes.get(end).kind)),
        arrows: { to: { enabled: true, scaleFactor: 0.45 } },
      };
    }));
  }

  /* Evidence is copied out of the table: text that the page already holds as text. */
  function element(name, text) {
    const made = document.createElement(name);
    const inner = document.createElement("bdi");
    inner.textContent = text;
    made.append(inner);
    return made;
  }

  function show() {
    const heading = byId("chosen").firstElementChild;
    const facts = byId("facts");
    facts.replaceChildren();
    panel.querySelector(".help").hidden = Boolean(chosen);
    if (!chosen) {
      heading.textContent = "Evidence";
      byId("about").textContent = "Click a card or an edge to read the sentences that state it.";
      return;
    }
    const line = edges.get(chosen);
    const [source, target] = line ? line.ends.map((end) => nodes.get(end).name) : [];
    heading.textContent = line ? `${source} ${line.name} ${target}` : nodes.get(chosen).name;
    const own = linesOf.has(chosen) ? nodes.get(chosen).facts : [];
    const keys = own.concat([...near().lines].flatMap((id) => edges.get(id).facts));
    const found = [...new Set(keys)].sort((one, other) => one.slice(1) - other.slice(1));
    byId("about").textContent = found.length ? `${found.length} ${found.length === 1 ? "fact" : "facts"}` : "Part of what other facts name; no sentence of its own.";
    for (const key of found) {
      const row = byId(key);
      facts.append(element("h3", row.querySelector("th").textContent), row.querySelector(".sentences").cloneNode(true));
    }
    panel.scrollTop = 0;
  }

  function choose(id, { move = false, focus = false } = {}) {
    chosen = linesOf.has(id) || edges.get(id) ? id : null;
    paint();
    show();
    network.unselectAll();
    if (move) reveal();
    history.replaceState(null, "", chosen ? `#${chosen}` : location.pathname + location.search);
    if (focus) panel.focus();
  }

  function reveal() {
    if (!chosen) return;
    const id = linesOf.has(chosen) ? chosen : edges.get(chosen).ends[0];
    const place = network.canvasToDOM(network.getPosition(id));
    const inside = (at, size) => at > size * 0.12 && at < size * 0.88;
    if (inside(place.x, container.clientWidth) && inside(place.y, container.clientHeight)) return;
    network.moveTo({ position: network.getPosition(id), scale: Math.max(network.getScale(), 0.7) });
  }

  /* The whole if it can be read so, otherwise its full width from the top. */
  function fit() {
    const places = Object.values(network.getPositions(cards.map(({ id }) => id)));
    if (!places.length) return;
    const xs = places.map((place) => place.x);
    const ys = places.map((place) => place.y);
    const span = (values, room) => Math.max(...values) - Math.min(...values) + room;
    const middle = (values) => (Math.max(...values) + Math.min(...values)) / 2;
    const across = Math.min(1, container.clientWidth / span(xs, width + 40));
    const whole = Math.min(across, container.clientHeight / span(ys, 110));
    const scale = whole > 0.6 ? whole : Math.max(across, 0.5);
    const top = Math.min(...ys) - 55 + container.clientHeight / scale / 2;
    const start = cards.find((one) => one.chosen);
    const y = whole > 0.6 ? middle(ys) : start ? network.getPosition(start.id).y : top;
    network.moveTo({ scale, position: { x: middle(xs), y } });
  }

  function neighbour(key) {
    const here = network.getPosition(chosen);
    const away = (id) => Math.abs(network.getPosition(id).y - here.y);
    const side = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[key];
    const level = key === "ArrowUp" || key === "ArrowDown";
    const linked = linesOf.get(chosen).flatMap((id) => edges.get(id).ends);
    return (level ? [...linesOf.keys()] : linked)
      .filter((id) => id !== chosen && !hiddenKinds.has(nodes.get(id).kind))
      .filter((id) => {
        const there = network.getPosition(id);
        return level ? there.x === here.x && Math.sign(there.y - here.y) === side : Math.sign(there.x - here.x) === side;
      })
      .sort((one, other) => away(one) - away(other))[0];
  }

  container.addEventListener("keydown", (event) => {
    if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      choose((linesOf.has(chosen) ? neighbour(event.key) : cards[0]?.id) ?? chosen, { move: true });
    } else if (event.key === "Enter" && chosen) {
      panel.focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      byId("hits").hidden = true;
      choose(null);
      container.focus();
    } else if (event.key === "/" && event.target !== byId("search")) {
      event.preventDefault();
      byId("search").focus();
    }
  });

  byId("search").addEventListener("input", (event) => {
    const wanted = event.target.value.trim().toLowerCase();
    const found = wanted ? cards.filter(({ name }) => name.toLowerCase().includes(wanted)) : [];
    found.sort((one, other) => one.name.length - other.name.length);
    byId("hits").replaceChildren(...found.slice(0, 12).map(({ id, label, name }) => {
      const item = document.createElement("li");
      const button = element("button", `${label[0]} ${name}`);
      button.type = "button";
      button.addEventListener("click", () => {
        byId("hits").hidden = true;
        choose(id, { move: true, focus: true });
      });
      item.append(button);
      return item;
    }));
    byId("hits").hidden = !wanted;
    if (wanted && !found.length) byId("hits").append(element("li", "nothing of that name in this picture"));
  });
  byId("search").addEventListener("keydown", (event) => {
    if (event.key === "Enter") byId("hits").querySelector("button")?.click();
  });

  for (const box of document.querySelectorAll(".kind input")) {
    box.addEventListener("change", () => {
      hiddenKinds[box.checked ? "delete" : "add"](box.value);
      paint();
    });
  }
  for (const button of document.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", () => network.moveTo({ scale: network.getScale() * button.dataset.zoom }));
  }
  byId("fit").addEventListener("click", fit);
  container.addEventListener("wheel", (event) => {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      network.moveTo({ scale: network.getScale() * Math.exp(-event.deltaY / 300) });
    } else {
      const { x, y } = network.getViewPosition();
      network.moveTo({ position: { x: x + event.deltaX / network.getScale(), y: y + event.deltaY / network.getScale() } });
    }
  }, { passive: false });

  network.on("click", ({ nodes: hit, edges: lines }) => choose(hit.length ? card(hit[0]).id : lines[0]));
  network.on("resize", () => requestAnimationFrame(() => {
    fit();
    reveal();
  }));
  network.on("afterDrawing", () => {
    for (const heading of stage.querySelectorAll(".columns span")) {
      heading.style.left = `${network.canvasToDOM({ x: Number(heading.dataset.x), y: 0 }).x}px`;
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  addEventListener("hashchange", () => choose(location.hash.slice(1), { move: true }));

  paint();
  fit();
  if (location.hash) choose(location.hash.slice(1), { move: true });
}
