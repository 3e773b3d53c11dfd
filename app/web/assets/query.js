/* The text field becomes an editor with colours and completion, once it is wanted. */
const area = document.getElementById("sparql");
const details = area.closest("details");
const prefixes = JSON.parse(document.getElementById("prefixes").textContent);
const words = new Set();
let editor = null;

function library() {
  return new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src: "/assets/vendor/yasgui.min.js", onload: done, onerror: failed }));
  });
}

/* The names of the vocabulary, out of the catalogue, which uses them. */
async function learn() {
  const questions = await (await fetch("/api/queries")).json();
  for (const { text } of questions) for (const [word] of text.matchAll(/\b(?:tg|skos|rdf|dcterms|prov):\w+/g)) words.add(word);
}

function complete(mirror) {
  const place = mirror.getCursor();
  const line = mirror.getLine(place.line).slice(0, place.ch);
  const begun = line.match(/[?$]?[\w:]*$/)[0];
  const variables = [...new Set(mirror.getValue().match(/[?$]\w+/g))];
  const list = [...words, ...variables].filter((word) => word !== begun && word.toLowerCase().startsWith(begun.toLowerCase())).sort();
  return { list, from: { line: place.line, ch: place.ch - begun.length }, to: place };
}

async function begin() {
  if (editor || !details.open) return;
  editor = true;
  await Promise.all([library(), learn()]);
  const place = document.createElement("div");
  area.before(place);
  const { Yasqe } = window.Yasgui;
  editor = new Yasqe(place, {
    value: area.value, persistenceId: null, showQueryButton: false, createShareableLink: null, resizeable: false,
    autocompleters: [], editorHeight: "22rem", collapsePrefixesOnLoad: false, tabindex: 0,
    extraKeys: {
      "Ctrl-Space": (mirror) => mirror.showHint({ hint: complete, completeSingle: true }),
      "Ctrl-Enter": () => ask(), "Cmd-Enter": () => ask(), Tab: "indentMore", "Shift-Tab": "indentLess",
      Esc: (mirror) => mirror.setOption("extraKeys", { ...mirror.getOption("extraKeys"), Tab: false, "Shift-Tab": false }),
    },
  });
  editor.getInputField().setAttribute("aria-label", "SPARQL query");
  editor.on("inputRead", (mirror, change) => {
    if (/[\w:?]$/.test(change.text.at(-1)) && complete(mirror).list.length < 40) mirror.showHint({ hint: complete, completeSingle: false });
  });
  editor.on("change", () => { area.value = editor.getValue(); });
  area.hidden = true;
  window.trialgraphEditor = editor;
}

function ask() {
  area.value = editor.getValue();
  area.form.requestSubmit();
}

for (const [name, iri] of Object.entries(prefixes)) words.add(`${name}:`, iri);
details.addEventListener("toggle", begin);
begin();
