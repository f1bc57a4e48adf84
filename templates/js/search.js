// Search: fetches the few files of the index that a query needs and has MiniSearch rank what they name.
// Loaded on the search page only; without it, the page lists everything from A to Z.
import MiniSearch from "./minisearch/index.js";

const MOST_FILES = 3; // of words that begin as a query's word does
const FIRST_SHOWN = 5; // results of each kind, before "Show more"
const MORE_SHOWN = 20;
const PAUSE = 120; // milliseconds after a key
const FIELDS = ["title", "names", "texts"];
const MARK = "=";

const form = document.querySelector("form.search");
const input = form.elements.namedItem("q");
const filters = form.querySelector(".filters");
const found = document.getElementById("found");
const results = document.getElementById("results");
const folder = new URL(form.dataset.index, document.baseURI);
const root = new URL(form.dataset.root, document.baseURI);

const fetched = new Map();
let start;
let asked = 0;

const SIGN = /[\u3040-\u30ff\u3400-\u9fff]/;
const WORD = /[\u3040-\u30ff\u3400-\u9fff]|\p{Nd}+(?:[.,]\p{Nd}+)*(?:(?![\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}])*|(?:(?![\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}])+/gu;

const SCALES = new Map(Object.entries({
  k: "thousand", m: "million", mn: "million", mln: "million", b: "billion", bn: "billion",
  bln: "billion", t: "trillion", tn: "trillion", trn: "trillion",
}));
const FIGURE = new RegExp(`^(\\p{Nd}+(?:[.,]\\p{Nd}+)*)(${[...new Set([...SCALES.keys(), ...SCALES.values()])].join("|")})?$`, "u");
const GROUPED = /^\p{Nd}{1,3}(?:,\p{Nd}{2,3})*,\p{Nd}{3}(?:\.\p{Nd}+)?$/u;

/** Give the words of a text, as the builder of the index does: "4.5bn" is "4.5 billion", "32,000" is "32000". */
export function wordsOf(text) {
  const words = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(WORD) ?? [];
  let afterNumber = false;
  return words.flatMap((word) => {
    const [, number, scale] = FIGURE.exec(word) ?? [];
    const scaled = afterNumber && !number ? SCALES.get(word) ?? word : word;
    afterNumber = Boolean(number) && !scale;
    if (!number) return [scaled];
    const plain = GROUPED.test(number) ? number.replaceAll(",", "") : number;
    return scale ? [plain, SCALES.get(scale) ?? scale] : [plain];
  });
}

function load(name) {
  if (!fetched.has(name)) {
    fetched.set(name, fetch(new URL(name, folder)).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${name}`);
      return answer.json();
    }));
  }
  return fetched.get(name);
}

/** Give the numbers of the files that hold the words from `first` on that begin with it. */
function filesOf(first, asPrefix) {
  let number = 0;
  while (number + 1 < start.files.length && start.files[number + 1] <= first) number += 1;
  const numbers = [number];
  while (asPrefix && numbers.length < MOST_FILES && start.files[number + 1]?.startsWith(first)) numbers.push(number += 1);
  return numbers;
}

const isLong = (word) => word.length > 2 || SIGN.test(word);
const isRoughly = (word) => (word.length > 4 && !/\p{N}/u.test(word) ? 0.2 : false);

async function entriesOf(words) {
  const numbers = new Set(words.flatMap((word) => filesOf(word, isLong(word))));
  const files = await Promise.all([...numbers].map((number) => load(`words-${number}.json`)));
  return files.flat();
}

function recordsOf(steps) {
  let number = 0;
  return (steps ?? []).map((step) => (number += step));
}

/** Give MiniSearch with the words of these entries; lengths of texts do not count (b = 0), so none are kept. */
function engineOf(entries) {
  const ids = {}, lengths = {};
  const index = entries.filter(([word]) => word[0] !== MARK).map(([word, , ...fields]) => {
    const data = {};
    fields.forEach((steps, field) => {
      data[field] = {};
      for (const id of recordsOf(steps)) {
        data[field][id] = 1;
        ids[id] = id;
        lengths[id] ??= [1, 1, 1];
      }
    });
    return [word, data];
  });
  return MiniSearch.loadJS({
    documentCount: start.records, nextId: start.records, documentIds: ids, fieldIds: { title: 0, names: 1, texts: 2 },
    fieldLength: lengths, averageFieldLength: [1, 1, 1], storedFields: {}, index, serializationVersion: 2,
  }, {
    fields: FIELDS,
    tokenize: wordsOf,
    processTerm: (word) => word,
    searchOptions: {
      boost: { title: 3, names: 2 }, prefix: isLong, fuzzy: isRoughly, bm25: { k: 1.2, b: 0, d: 0.5 },
    },
  });
}

/** Give the records that a filter leaves, or null where it is not set. */
async function left(name, value) {
  if (!value) return null;
  const key = `${MARK}${name}${MARK}${value}`;
  const entry = (await load(`words-${filesOf(key, false)[0]}.json`)).find(([word]) => word === key);
  return new Set(recordsOf(entry?.[2]));
}

async function find(query, chosen) {
  const words = [...new Set(wordsOf(query))];
  const sets = (await Promise.all([...chosen].map(([name, value]) => left(name, value)))).filter(Boolean);
  const passes = (id) => sets.every((set) => set.has(id));
  if (!words.length) {
    const [first, ...others] = sets;
    return { ids: first ? [...first].filter((id) => others.every((set) => set.has(id))) : [], notes: [], missing: [] };
  }
  const entries = await entriesOf(words);
  const engine = engineOf(entries);
  const counts = new Map(entries.map(([word, count]) => [word, count]));
  const common = words.filter((word) => counts.get(word) > start.most);
  const rare = words.filter((word) => !common.includes(word));
  const filter = ({ id }) => passes(id);
  const look = (list, combineWith, keep = filter) => engine.search(list.join(" "), { combineWith, filter: keep });
  let hits = look(rare.length ? rare : common, "AND");
  const notes = rare.length ? [] : common.map((word) => say("kept", { word, n: counts.get(word), most: start.most }));
  if (hits.length && rare.length && common.length) {
    const ids = new Set(hits.map(({ id }) => id));
    hits = look(words, "OR", ({ id }) => ids.has(id));
  }
  if (!hits.length && words.length > 1 && (hits = look(words, "OR")).length) notes.push(start.says.few);
  const missing = words.filter((word) => !counts.has(word) && !entries.some(([other]) => other.startsWith(word)));
  return { ids: hits.sort((a, b) => b.score - a.score || a.id - b.id).map(({ id }) => id), notes, missing };
}

/** Give the query with its unknown words put right, or null. */
async function hint(query, missing) {
  if (!missing.length) return null;
  const known = new MiniSearch({ fields: ["word"], idField: "word", tokenize: (text) => [text], processTerm: (text) => text });
  known.addAll((await load("spelling.json")).map((word) => ({ word })));
  const better = new Map();
  for (const word of missing) {
    const [best] = known.search(word, { fuzzy: 0.34, maxFuzzy: 2 });
    if (best) better.set(word, best.id);
  }
  return better.size ? wordsOf(query).map((word) => better.get(word) ?? word).join(" ") : null;
}

function say(key, values = {}) {
  return start.says[key].replace(/\{(\w+)\}/g, (_whole, name) => values[name]);
}

function element(tag, values = {}, ...children) {
  const made = Object.assign(document.createElement(tag), values);
  made.append(...children);
  return made;
}

async function recordOf(id) {
  const block = await load(`records-${Math.floor(id / start.in_file)}.json`);
  return block[id % start.in_file];
}

async function itemOf(id) {
  const [address, title, line = "", note = "", look = "", language = ""] = await recordOf(id);
  const link = element("a", { href: new URL(address, root).href, textContent: title, dir: "auto" });
  if (language) link.lang = language;
  const badge = note ? [element("span", { className: `verdict small look-${look}`, textContent: note }), " "] : [];
  return element("li", {}, link, element("span", { className: "line" }, ...badge, line));
}

/** Draw the results of one kind; `shown` of them, the others behind a button. */
async function sectionOf(kind, ids, shown) {
  const list = element("ul", { className: "plain" }, ...await Promise.all(ids.slice(0, shown).map(itemOf)));
  const section = element("section", {}, element("h2", {}, `${kind} `, element("span", { className: "meta", textContent: ids.length })), list);
  if (ids.length > shown) {
    const more = element("button", { type: "button", textContent: start.says.more });
    more.addEventListener("click", async () => {
      const longer = await sectionOf(kind, ids, shown + MORE_SHOWN);
      section.replaceWith(longer);
      longer.querySelectorAll("li a")[shown].focus();
    });
    section.append(more);
  }
  return section;
}

async function sectionsOf(ids) {
  let first = 0;
  const sections = start.kinds.map(([kind, number]) => {
    const from = first;
    first += number;
    return [kind, ids.filter((id) => from <= id && id < from + number)];
  });
  return Promise.all(sections.filter(([, those]) => those.length).map(([kind, those]) => sectionOf(kind, those, FIRST_SHOWN)));
}

function chosenFilters() {
  return new Map([...filters.querySelectorAll("select")].filter(({ value }) => value).map(({ name, value }) => [name, value]));
}

function addressOf(query, chosen) {
  const parts = new URLSearchParams([...(query ? [["q", query]] : []), ...chosen]);
  return `${location.pathname}${parts.size ? `?${parts}` : ""}`;
}

async function show() {
  const turn = (asked += 1);
  const query = input.value.trim(), chosen = chosenFilters();
  history.replaceState(null, "", addressOf(query, chosen));
  filters.querySelector("button").hidden = !chosen.size;
  if (!query && !chosen.size) {
    results.replaceChildren();
    found.textContent = "";
    return;
  }
  const { ids, notes, missing } = await find(query, chosen);
  const parts = await sectionsOf(ids);
  const better = await hint(query, missing);
  if (turn !== asked) return; // the reader has typed on
  const above = notes.map((note) => element("p", { className: "meta", textContent: note }));
  if (better && better !== query) {
    const link = element("a", { href: addressOf(better, chosen), textContent: better });
    above.unshift(element("p", {}, `${start.says.hint} `, link));
  }
  if (!ids.length) parts.push(document.getElementById("nothing").content.cloneNode(true));
  results.replaceChildren(...above, ...parts);
  const nothing = query ? say("none", { query }) : start.says.none_filtered;
  found.textContent = ids.length ? say("found", { n: ids.length }) : nothing;
}

function showOrExplain() {
  show().catch(() => {
    fetched.clear();
    found.textContent = start?.says.stale ?? form.dataset.failed;
  });
}

/** Move between the results by arrow keys; Escape leads back to the query, a slash to it from anywhere. */
function walk(event) {
  const links = [input, ...results.querySelectorAll("section li a")];
  const at = links.indexOf(document.activeElement);
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
    event.preventDefault();
    input.focus();
    input.select();
  } else if (at >= 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    const next = links[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  } else if (event.key === "Escape" && at > 0) {
    input.focus();
  }
}

function drawFilters(wanted) {
  for (const [name, values] of start.filters) {
    const options = values.map(([value, count]) => element("option", { value, textContent: `${value} (${count})` }));
    const select = element("select", { name }, element("option", { value: "", textContent: start.says.any }), ...options);
    select.value = wanted.get(name) ?? "";
    if (select.selectedIndex < 0) select.value = "";
    select.addEventListener("change", showOrExplain);
    filters.append(element("label", {}, name, select));
  }
  const clear = element("button", { type: "button", textContent: start.says.clear, hidden: true });
  clear.addEventListener("click", () => {
    for (const select of filters.querySelectorAll("select")) select.value = "";
    input.focus();
    showOrExplain();
  });
  filters.append(clear);
}

async function begin() {
  const wanted = new URLSearchParams(location.search);
  form.hidden = false;
  input.value = wanted.get("q") ?? "";
  start = await load("start.json");
  drawFilters(wanted);
  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(showOrExplain, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    showOrExplain();
  });
  document.addEventListener("keydown", walk);
  if (matchMedia("(hover: hover)").matches || input.value) input.focus();
  showOrExplain();
}

begin().catch(() => (found.textContent = form.dataset.failed));
