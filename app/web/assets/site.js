// Suggestions under the search box: a combobox as WAI-ARIA describes it. Without this script the box still searches.
const box = document.querySelector("[data-suggest]");
const list = document.createElement("ul");
list.className = "suggestions";
list.id = "suggestions";
list.role = "listbox";
list.ariaLabel = "Suggestions";
list.hidden = true;
let chosen = -1;
let latest = 0;

function close() {
  list.hidden = true;
  chosen = -1;
  box.ariaExpanded = "false";
  box.removeAttribute("aria-activedescendant");
}

function option(found, index) {
  const item = document.createElement("li");
  item.role = "option";
  item.id = `suggestion-${index}`;
  item.ariaSelected = "false";
  item.dataset.href = found.href;
  item.textContent = found.name;
  const kind = document.createElement("small");
  kind.textContent = ` ${found.kind.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase()}${found.also ? `, also ${found.also}` : ""}`;
  item.append(kind);
  return item;
}

async function suggest() {
  const words = box.value.trim();
  const mine = ++latest;
  if (words.length < 2) return close();
  const answer = await fetch(`/suggest?q=${encodeURIComponent(words)}`);
  const found = answer.ok ? await answer.json() : [];
  if (mine !== latest) return;
  list.replaceChildren(...found.map(option));
  chosen = -1;
  list.hidden = found.length === 0;
  box.ariaExpanded = String(!list.hidden);
}

function choose(step) {
  const items = list.children;
  if (list.hidden || !items.length) return;
  items[chosen]?.setAttribute("aria-selected", "false");
  chosen = (chosen + step + items.length) % items.length;
  items[chosen].setAttribute("aria-selected", "true");
  items[chosen].scrollIntoView({ block: "nearest" });
  box.setAttribute("aria-activedescendant", items[chosen].id);
}

function pressed(event) {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    choose(event.key === "ArrowDown" ? 1 : chosen < 0 ? 0 : -1);
  } else if (event.key === "Enter" && chosen >= 0) {
    event.preventDefault();
    location.assign(list.children[chosen].dataset.href);
  } else if (event.key === "Escape") {
    close();
  }
}

if (box) {
  box.form.append(list);
  Object.assign(box, { role: "combobox", ariaExpanded: "false", ariaAutoComplete: "list" });
  box.setAttribute("aria-controls", list.id);
  let pause;
  box.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(suggest, 120);
  });
  box.addEventListener("keydown", pressed);
  box.addEventListener("blur", () => setTimeout(close, 150));
  list.addEventListener("mousedown", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) location.assign(item.dataset.href);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.target.closest("input, textarea, select, [contenteditable]")) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });
}
