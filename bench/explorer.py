"""Measure the explorer in headless Chromium: weight of the first load, frames a second while dragging cards and map.

    python bench/explorer.py --graph trialgraph-store --open id/trial/IKEMA --nodes 5000 [-o FILE.md]

The map is drawn with made-up dots in the shape of a graph of trials, as many as asked for; the cards are the graph's
own. Frames are counted by the clock, and what they cost by the processor time of the page's main thread, which does not
depend on what else the machine is doing. What would make it unfair: a browser without a graphics card.
"""

import json
import random
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright
from results import arguments, report, table

KINDS = ("OutcomeResult", "AdverseEventResult", "Drug", "Endpoint", "AdverseEvent", "Disease")
COUNT_FRAMES = (
    "() => { window.frames_ = 0; const step = () => { frames_ += 1; requestAnimationFrame(step); }; step(); }"
)


def made_up(nodes: int) -> str:
    """Make a map: trials with dots around them, edges 1.7 times the dots."""
    chance = random.Random(5)
    trials = nodes // 40
    places = [(chance.uniform(-4000, 4000), chance.uniform(-4000, 4000)) for _ in range(trials)]
    dots: list[list[object]] = [[f"id/trial/{n}", f"TRIAL-{n}", "Trial", *place] for n, place in enumerate(places)]
    edges: list[list[int]] = []
    for number in range(trials, nodes):
        x, y = places[number % trials]
        x, y = round(x + chance.gauss(0, 60), 1), round(y + chance.gauss(0, 60), 1)
        dots.append([f"id/x/{number}", f"thing {number}", chance.choice(KINDS), x, y])
        edges.append([number % trials, number])
    edges += [[chance.randrange(nodes), chance.randrange(nodes)] for _ in range(int(nodes * 0.7))]
    return json.dumps({"nodes": dots, "edges": edges, "left": 0})


def drag(page: Page, watch: CDPSession, seconds: float) -> dict[str, float]:
    """Drag the picture to and fro; tell frames a second and what they cost."""
    box = page.locator("#canvas:visible, #map:visible").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + 60
    page.mouse.move(x, y)
    page.mouse.down()
    before, begun = cost(watch), time.perf_counter()
    page.evaluate(COUNT_FRAMES)
    step = 0
    while time.perf_counter() < begun + seconds:
        step += 1
        page.mouse.move(x + 150 * (step % 40) / 40, y + 60 * (step % 30) / 30)
    frames, took = page.evaluate("frames_"), time.perf_counter() - begun
    page.mouse.up()
    spent = cost(watch) - before
    return {"frames a second": round(frames / took), "CPU ms a frame": round(1000 * spent / max(frames, 1), 1)}


def cost(watch: CDPSession) -> float:
    """Give the seconds that the page's main thread has computed."""
    metrics = {one["name"]: one["value"] for one in watch.send("Performance.getMetrics")["metrics"]}
    return metrics["TaskDuration"]


def measure(address: str, opened: str, nodes: int, seconds: float) -> dict[str, float]:
    """Open the explorer and drag it about."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        watch = page.context.new_cdp_session(page)
        watch.send("Performance.setTimeDomain", {"timeDomain": "threadTicks"})
        watch.send("Performance.enable")
        found = measure_cards(page, watch, f"{address}/explore?open={opened}&most=200", seconds)
        page.route(
            "**/explore/map.json", lambda route: route.fulfill(body=made_up(nodes), content_type="application/json")
        )
        page.goto(f"{address}/explore?tab=map")
        page.wait_for_function("() => window.trialgraphMap?.graphData().nodes.length > 0")
        page.wait_for_timeout(1500)
        middle = page.evaluate("trialgraphMap.centerAt()")
        dragged = drag(page, watch, seconds)
        assert page.evaluate("trialgraphMap.centerAt()") != middle, "the map did not move"
        browser.close()
    return found | {f"map of {nodes} things, {what}": figure for what, figure in dragged.items()}


def measure_cards(page: Page, watch: CDPSession, address: str, seconds: float) -> dict[str, float]:
    """Load the cards, and drag them."""
    weights: list[int] = []
    page.on("response", lambda answer: weights.append(len(answer.body())))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    cards = page.evaluate("trialgraphDrawing.nodes().length")
    loaded = {"first load, MB": round(sum(weights) / 1e6, 2), "first load, CPU s": round(cost(watch), 2)}
    corner = page.evaluate("trialgraphDrawing.pan()")
    dragged = drag(page, watch, seconds)
    assert page.evaluate("trialgraphDrawing.pan()") != corner, "the cards did not move"
    return loaded | {f"{cards} cards, {what}": figure for what, figure in dragged.items()}


def main() -> None:
    """Serve the graph, and measure."""
    parser = arguments(__doc__)
    parser.add_argument("--graph", type=Path, required=True)
    parser.add_argument("--open", default="id/drug/isatuximab")
    parser.add_argument("--nodes", type=int, default=5000)
    parser.add_argument("--seconds", type=float, default=5)
    chosen = parser.parse_args()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    code = "from trialgraph.app.main import main; main()"
    command = [sys.executable, "-c", code, "serve", "--graph", str(chosen.graph), "--port", str(port), "--no-browser"]
    server = subprocess.Popen(command)
    try:
        time.sleep(8)
        found = measure(f"http://127.0.0.1:{port}", chosen.open, chosen.nodes, chosen.seconds)
    finally:
        server.terminate()
    report(table(["what", "measured"], found.items()), found, chosen.out)


if __name__ == "__main__":
    main()
