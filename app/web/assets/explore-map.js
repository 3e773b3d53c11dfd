/* The map of everything: thousands of dots on a canvas; while it moves, edges and names are left out. */
let map = null;

function library() {
  return new Promise((done, failed) => {
    if (window.ForceGraph) return done();
    const script = Object.assign(document.createElement("script"), { src: "/assets/vendor/force-graph.min.js", onload: done, onerror: failed });
    document.head.append(script);
  });
}

function legend(nodes) {
  const counts = new Map();
  for (const [, , kind] of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const list = Object.assign(document.createElement("p"), { className: "map-legend" });
  for (const [kind, count] of counts) {
    const sign = Object.assign(document.createElement("span"), { className: `kind-${kind}`, textContent: "■ " });
    const said = kind.replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    const item = document.createElement("span");
    item.append(sign, `${said} ${count}`);
    list.append(item);
  }
  return list;
}

export async function openMap(place, colourOf, cssColour) {
  if (map) {
    map.width(place.clientWidth).height(place.clientHeight);
    return;
  }
  const [answer] = await Promise.all([fetch("/explore/map.json"), library()]);
  const { nodes, edges, left } = await answer.json();
  const kinds = Object.fromEntries([...new Set(nodes.map(([, , kind]) => kind))].map((kind) => [kind, colourOf(kind)]));
  const degree = new Array(nodes.length).fill(0);
  for (const ends of edges) for (const end of ends) degree[end] += 1;
  const dots = nodes.map(([name, label, kind, x, y], id) => ({
    id, name, label, kind, fx: x, fy: y, x, y, size: Math.min(26, 5 + Math.sqrt(degree[id]) * 2), named: kind === "Trial" || degree[id] > 12,
  })).sort((one, other) => other.size - one.size);
  const ink = cssColour("--text");
  let moving = false;
  let pause = 0;
  const taken = new Set();

  /* A name is written where no larger dot's name stands already. */
  function room(node, scale, text) {
    const [x, y] = [Math.round((node.x * scale) / 12), Math.round((node.y * scale) / 16)];
    const cells = Array.from({ length: Math.ceil(text.length / 1.7) }, (_, at) => `${x + at} ${y}`);
    if (cells.some((cell) => taken.has(cell))) return false;
    for (const cell of cells) taken.add(cell);
    return true;
  }
  function dot(node, canvas, scale) {
    const size = Math.max(node.size, 3.5 / scale);
    canvas.fillStyle = kinds[node.kind];
    canvas.fillRect(node.x - size / 2, node.y - size / 2, size, size);
  }
  function names(canvas, scale) {
    if (moving) return;
    taken.clear();
    canvas.font = `${12 / scale}px system-ui, sans-serif`;
    canvas.fillStyle = ink;
    for (const node of dots) {
      const text = node.label.slice(0, 36);
      if ((node.named || scale > 1.6) && room(node, scale, text)) canvas.fillText(text, node.x + node.size / 2 + 2 / scale, node.y + 4 / scale);
    }
  }
  function started() {
    clearTimeout(pause);
    pause = setTimeout(stopped, 180);
    if (moving) return;
    moving = true;
    map.linkVisibility(false);
  }
  function stopped() {
    moving = false;
    map.linkVisibility(true);
  }
  map = window.ForceGraph()(place)
    .width(place.clientWidth).height(place.clientHeight).backgroundColor(cssColour("--back"))
    .graphData({ nodes: dots, links: edges.map(([source, target]) => ({ source, target })) })
    .cooldownTicks(0).warmupTicks(0).enableNodeDrag(false)
    .nodeCanvasObject(dot).onRenderFramePost(names).nodeLabel("").linkColor(() => cssColour("--line")).linkWidth(0.5)
    .onNodeHover((node) => { place.title = node ? `${node.kind}: ${node.label}` : ""; })
    .onNodeClick((node) => { location.href = `/explore?open=${encodeURIComponent(node.name)}&focus=${encodeURIComponent(node.name)}`; })
    .onZoom(started);
  map.zoomToFit(0, 30);
  place.append(legend(nodes));
  place.setAttribute("aria-label", `Map of ${nodes.length} things${left ? `, ${left} more are left out` : ""}`);
  window.trialgraphMap = map;
  addEventListener("resize", () => map.width(place.clientWidth).height(place.clientHeight));
}
