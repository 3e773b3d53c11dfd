/* The explorer's graph: every view has an address; links are followed without loading the page anew. */
import { openMap } from "./explore-map.js";

const byId = (id) => document.getElementById(id);
const cssColour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const still = matchMedia("(prefers-reduced-motion: reduce)");
let drawn = JSON.parse(byId("drawing").textContent);
let current = null;

/* Cytoscape takes no CSS variables: colours are looked up when they are needed. */
function channels(colour) {
  const made = document.createElement("canvas").getContext("2d");
  made.fillStyle = colour;
  return [1, 3, 5].map((at) => parseInt(made.fillStyle.slice(at, at + 2), 16));
}
function tint(colour, share) {
  const [one, other] = [channels(colour), channels(cssColour("--back"))];
  return `rgb(${one.map((value, at) => Math.round(value * share + other[at] * (1 - share)))})`;
}
function resolved(kind) {
  const probe = document.createElement("span");
  probe.className = `kind-${kind}`;
  document.body.append(probe);
  const [, ...numbers] = getComputedStyle(probe).color.match(/(\d+)\D+(\d+)\D+(\d+)/);
  probe.remove();
  return `#${numbers.map((value) => Number(value).toString(16).padStart(2, "0")).join("")}`;
}

function styles() {
  const ink = cssColour("--text");
  const accent = cssColour("--accent");
  const kinds = [...new Set(drawn.cards.map(({ kind }) => kind))];
  const faded = cssColour("--line");
  return [
    { selector: "node", style: {
      shape: "round-rectangle", width: drawn.width, height: "data(height)", label: "data(label)", color: ink,
      "font-size": 12, "font-family": "system-ui, sans-serif", "text-wrap": "wrap", "text-valign": "center",
      "text-max-width": drawn.width, "border-width": 1.8, "background-color": cssColour("--back"),
    } },
    ...kinds.map((kind) => ({ selector: `node[kind = "${kind}"]`, style: {
      "border-color": resolved(kind), "background-color": tint(resolved(kind), 0.13),
    } })),
    { selector: "node[?opened]", style: { "border-width": 3 } },
    { selector: "node[?focus]", style: { "border-width": 4, "border-color": accent } },
    { selector: "edge", style: {
      width: 1, "line-color": cssColour("--quiet"), "line-opacity": 0.6, "curve-style": "unbundled-bezier",
      "edge-distances": "endpoints", "source-endpoint": "data(leave)", "target-endpoint": "data(reach)",
      "control-point-distances": "data(bends)", "control-point-weights": "data(weights)",
      "target-arrow-shape": "triangle", "target-arrow-color": cssColour("--quiet"), "arrow-scale": 0.6,
    } },
    { selector: "edge[!affirmed]", style: { "line-style": "dashed" } },
    { selector: "edge[?quiet]", style: { "line-opacity": 0.15, "target-arrow-shape": "none" } },
    { selector: "edge.near, edge[?focus]", style: { width: 2.4, "line-color": accent, "line-opacity": 1, "target-arrow-color": accent, "z-index": 9 } },
    { selector: "edge.over", style: { width: 3, "line-color": accent, "line-opacity": 1, label: "data(name)", "font-size": 11, color: ink, "text-background-color": cssColour("--back"), "text-background-opacity": 1, "text-background-padding": 2 } },
    { selector: "node.here", style: { "underlay-color": accent, "underlay-opacity": 0.25, "underlay-padding": 6 } },
    { selector: "node.far", style: { opacity: 0.35 } },
    { selector: "edge.far", style: { opacity: 0.3, "line-color": faded } },
  ];
}

/* Edges leave and reach cards at their sides, in an S whose ends are level. */
function curve(edge, places) {
  const [one, other] = [places.get(edge.source), places.get(edge.target)];
  const side = Math.sign(other.x - one.x);
  const half = drawn.width / 2;
  const ends = side ? [one.x + side * half, other.x - side * half] : [one.x - half, other.x - half];
  const [dx, dy] = [ends[1] - ends[0], other.y - one.y];
  const length = Math.hypot(dx, dy) || 1;
  const reach = side ? dx / 2 : -36;
  const points = [[reach, 0], [dx - reach, dy]].map(([x, y]) => (side ? [x, y] : [-36, y]));
  return {
    leave: `${side >= 0 && side ? half : -half}px 0px`,
    reach: `${side > 0 || !side ? -half : half}px 0px`,
    weights: points.map(([x, y]) => (x * dx + y * dy) / (length * length)),
    bends: points.map(([x, y]) => (y * dx - x * dy) / length),
  };
}

function elements() {
  const places = new Map(drawn.cards.map((card) => [card.id, card]));
  return [
    ...drawn.cards.map((card) => ({ group: "nodes", data: { ...card }, position: { x: card.x, y: card.y } })),
    ...drawn.edges.map((edge) => ({ group: "edges", data: { ...edge, ...curve(edge, places) } })),
  ];
}

let graph = null;
function draw() {
  graph?.destroy();
  graph = null;
  if (!drawn.cards.length || byId("canvas").hidden) return;
  graph = window.cytoscape({
    container: byId("graph"), elements: elements(), style: styles(), layout: { name: "preset" },
    autoungrabify: true, boxSelectionEnabled: false, minZoom: 0.1, maxZoom: 2.5,
  });
  window.trialgraphDrawing = graph;
  graph.on("tap", "node, edge", ({ target }) => target.data("href") && go(target.data("href")));
  graph.on("mouseover", "edge", ({ target }) => target.addClass("over"));
  graph.on("mouseout", "edge", ({ target }) => target.removeClass("over"));
  graph.on("mouseover", "node", ({ target }) => target.connectedEdges().addClass("near"));
  graph.on("mouseout", "node", ({ target }) => target.connectedEdges().removeClass("near"));
  graph.on("pan zoom resize", headings);
  fit();
  const focus = graph.$("node[?focus]");
  if (focus.nonempty()) mark(focus);
}

function headings() {
  const line = byId("headings");
  if (line.childElementCount !== drawn.headings.length) {
    line.replaceChildren(...drawn.headings.map(({ name }) => Object.assign(document.createElement("span"), { textContent: name })));
  }
  drawn.headings.forEach(({ x }, at) => {
    line.children[at].style.left = `${x * graph.zoom() + graph.pan().x}px`;
  });
}

/* The whole where it can be read so; otherwise its width, around what is looked at. */
function fit() {
  const box = graph.elements().boundingBox();
  const [width, height] = [graph.width(), graph.height()];
  const across = Math.min(1, width / (box.w + 30));
  const whole = Math.min(across, height / (box.h + 30));
  const zoom = whole > 0.55 ? whole : Math.max(across, 0.45);
  const centre = graph.$("node[?focus], edge[?focus]");
  const middle = (from) => (from.y1 + from.y2) / 2;
  const y = whole > 0.55 || centre.empty() ? middle(whole > 0.55 ? box : { y1: box.y1, y2: box.y1 + height / zoom }) : middle(centre.boundingBox());
  graph.viewport({ zoom, pan: { x: width / 2 - zoom * ((box.x1 + box.x2) / 2), y: height / 2 - zoom * y } });
  headings();
}

function mark(card) {
  graph.nodes().removeClass("here");
  current = card.id();
  card.addClass("here");
}

function move(key) {
  const here = current && graph.getElementById(current);
  const cards = graph.nodes();
  let next = cards[0];
  if (here?.nonempty()) {
    const { x, y } = here.position();
    const level = key === "ArrowUp" || key === "ArrowDown";
    const sign = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
    const pool = level ? cards.filter((card) => card.position("x") === x) : here.neighborhood("node");
    const along = (card) => (level ? card.position("y") - y : card.position("x") - x) * sign;
    const away = (card) => Math.abs(card.position("y") - y);
    next = pool.filter((card) => along(card) > 0).sort((one, other) => away(one) - away(other))[0];
  }
  if (!next) return;
  mark(next);
  byId("where").textContent = `${next.data("kind")}: ${next.data("name")}`;
  const seen = graph.extent();
  const { x, y } = next.position();
  if (x < seen.x1 + 90 || x > seen.x2 - 90 || y < seen.y1 + 40 || y > seen.y2 - 40) graph.center(next);
}

/* Following a link: the parts of the page are exchanged, the address is the link's. */
let asked = 0;
async function show(address) {
  const number = (asked += 1);
  const answer = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
  const page = new DOMParser().parseFromString((await answer?.text()) ?? "", "text/html");
  if (number !== asked) return; // somebody has gone on meanwhile
  if (!answer?.ok || !page.getElementById("drawing")) {
    location.href = address;
    return;
  }
  const whereWasFocus = document.activeElement?.closest("#facets, #evidence")?.id;
  for (const id of ["facets", "evidence", "tabs", "table", "welcome"]) byId(id).replaceChildren(...page.getElementById(id).childNodes);
  for (const id of ["canvas", "map", "table"]) byId(id).hidden = page.getElementById(id).hidden;
  byId("graph").setAttribute("aria-label", page.getElementById("graph").getAttribute("aria-label"));
  document.title = page.title;
  drawn = JSON.parse(page.getElementById("drawing").textContent);
  current = null;
  begin();
  if (whereWasFocus === "facets") byId("find").focus({ preventScroll: true });
  byId("evidence").scrollTop = 0;
}

async function go(address) {
  if (address !== location.pathname + location.search) history.pushState({ inside: true }, "", address);
  await show(address);
}

function begin() {
  const tab = new URLSearchParams(location.search).get("tab") ?? "graph";
  byId("table").classList.toggle("whole", tab === "table");
  for (const button of document.querySelectorAll(".tools button")) button.hidden = tab !== "graph" || !drawn.cards.length;
  document.querySelector("[data-undo]").hidden = !history.state?.inside;
  document.querySelector("[data-copy]").hidden = false;
  if (matchMedia("(max-width: 760px)").matches) document.querySelector(".filters").open = false;
  draw();
  if (tab === "map") openMap(byId("map"), resolved, cssColour);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-state]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    go(link.getAttribute("href"));
  }
  const button = event.target.closest("button");
  if (button?.matches("[data-undo]")) history.back();
  if (button?.matches("[data-fit]")) fit();
  if (button?.dataset.zoom) graph.zoom({ level: graph.zoom() * button.dataset.zoom, renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 } });
  if (button?.matches("[data-copy]")) {
    navigator.clipboard?.writeText(location.href);
    button.textContent = "Copied";
  }
});
document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-state]")) return;
  event.preventDefault();
  const query = new URLSearchParams(location.search);
  query.set("q", event.target.elements.q.value);
  go(`/explore?${query}`);
});
document.addEventListener("keydown", (event) => {
  if (event.target.matches("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    byId("find").focus();
  } else if (event.key === "u" && history.state?.inside) {
    history.back();
  } else if (event.key === "e") {
    byId("evidence").focus();
  } else if (event.target === byId("graph") && event.key.startsWith("Arrow")) {
    event.preventDefault();
    move(event.key);
  } else if (event.target === byId("graph") && event.key === "Enter" && current) {
    go(graph.getElementById(current).data("href"));
  }
});
addEventListener("popstate", () => show(location.pathname + location.search));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => draw());

begin();
