/* Hovering or focusing marked words shows their facts beside them and in the list; titles do so without scripts. */
const bubble = document.getElementById("bubble");
const marks = [...document.querySelectorAll("[data-facts]")];
const words = new Map(marks.map((mark) => [mark, mark.title.trim()]));
for (const mark of marks) mark.removeAttribute("title");

function lit(mark, on) {
  for (const number of mark.dataset.facts.split(" ")) {
    document.getElementById(`f${number}`)?.classList.toggle("lit", on);
  }
  for (const other of marks) {
    if (other.dataset.facts === mark.dataset.facts) other.classList.toggle("lit", on);
  }
}

function show(mark) {
  lit(mark, true);
  const box = mark.getBoundingClientRect();
  bubble.textContent = words.get(mark);
  bubble.hidden = false;
  const below = box.bottom + bubble.offsetHeight + 12 < innerHeight;
  bubble.style.left = `${Math.max(8, Math.min(box.left, innerWidth - bubble.offsetWidth - 8))}px`;
  bubble.style.top = `${below ? box.bottom + 8 : Math.max(8, box.top - bubble.offsetHeight - 8)}px`;
}

function hide(mark) {
  lit(mark, false);
  bubble.hidden = true;
}

for (const mark of marks) {
  mark.addEventListener("mouseenter", () => show(mark));
  mark.addEventListener("mouseleave", () => hide(mark));
  mark.addEventListener("focus", () => show(mark));
  mark.addEventListener("blur", () => hide(mark));
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") bubble.hidden = true;
});
