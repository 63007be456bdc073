// The page works without this file. With it, forms are sent and news is shown without a reload, and the message box
// completes what is typed. The server draws everything; what came is put in place of what stood there.
"use strict";

const PARTS = ["places", "head", "panels"];
const read = (text) => new DOMParser().parseFromString(text, "text/html");
const byId = (id) => document.getElementById(id);

// Showing a page that came ------------------------------------------------------------------------------------------

function put(old, made) {
  const opened = new Set([...old.querySelectorAll("details[open]")].map((one) => one.id).filter(Boolean));
  made.querySelectorAll("details[id]").forEach((one) => { if (opened.has(one.id)) one.open = true; });
  if (!old.isEqualNode(made)) old.replaceWith(document.adoptNode(made));
}

function putLog(made) {
  const log = byId("log");
  let next = log.firstElementChild;
  for (const one of [...made.children]) {
    const old = one.id && byId(one.id);
    const place = old || document.adoptNode(one);
    if (place !== next) log.insertBefore(place, next); else next = next.nextElementSibling;
    if (old) put(old, one);
  }
  while (next) {
    const gone = next;
    next = next.nextElementSibling;
    gone.remove();
  }
}

function focused() {
  const one = document.activeElement;
  const entry = one && one.closest(".entry");
  const at = (root) => [...root.querySelectorAll("button, select, input, summary, a")];
  if (one && one.id) return () => byId(one.id);
  if (!entry) return () => null;
  const place = at(entry).indexOf(one);
  return () => byId(entry.id) && at(byId(entry.id))[place];
}

function putComposer(made) {
  const typed = line() && line().value;
  put(byId("composer"), made);
  if (typed) line().value = typed;
}

function show(page, isOwn) {
  const refocus = focused();
  for (const id of isOwn ? [...PARTS, "form"] : PARTS) {  // a form that is being filled in stays as it is
    const made = page.getElementById(id);
    if (byId(id) && made) put(byId(id), made);
  }
  // What somebody types meanwhile stays: the box is drawn anew only when something went wrong, or is right again.
  if (isOwn && (byId("trouble") || page.getElementById("trouble"))) putComposer(page.getElementById("composer"));
  if (page.getElementById("log")) putLog(page.getElementById("log"));
  document.title = page.title;
  const again = refocus();
  if (again && again !== document.activeElement) again.focus({ preventScroll: true });
  openDialog();
}

function openDialog() {
  const dialog = byId("dialog");
  if (!dialog || dialog.matches(":modal")) return;
  dialog.removeAttribute("open");
  dialog.showModal();
  dialog.addEventListener("close", () => load(document.body.dataset.seat, {}, true));
}

let here = location.pathname + location.search;
async function load(address, options, isOwn) {
  let answer;
  try {
    answer = await fetch(address, options);
  } catch {
    tell("lost");
    return false;
  }
  const page = read(await answer.text());
  if (!page.body.dataset.seat) { location.assign(answer.url); return true; }
  if (isOwn && answer.url !== location.href) history.pushState(null, "", answer.url);
  here = location.pathname + location.search;
  show(page, isOwn);
  return true;
}

function tell(what) {
  const status = byId("status");
  if (!status) return;
  status.textContent = what ? status.dataset[what] : "";
  status.classList.toggle("seen", what === "lost" || what === "failed");
}

addEventListener("popstate", () => { if (location.pathname + location.search !== here) location.reload(); });
openDialog();

// Sending forms -----------------------------------------------------------------------------------------------------

document.addEventListener("submit", async (event) => {
  const form = event.target, button = event.submitter;
  if (((button && button.formMethod) || form.method) !== "post") return;
  event.preventDefault();
  if (form.ariaBusy === "true") return;
  const data = new FormData(form, button);
  const body = form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
  const sent = form.id === "composer" ? line().value : "";
  if (sent) byId("file").value = line().value = "";
  form.ariaBusy = "true";
  tell("working");
  const isThere = await load(form.getAttribute("action"), { method: "POST", body }, true);
  form.ariaBusy = null;
  if (!isThere && sent && !line().value) line().value = sent;
  if (byId("status") && !byId("status").classList.contains("seen")) tell(null);
});

// What happens meanwhile --------------------------------------------------------------------------------------------

let isLoading = false, isStale = false;
async function refresh() {
  isStale = true;
  if (isLoading) return;
  isLoading = true;
  while (isStale) {
    isStale = false;
    if (await load(location.href, {}, false) && byId("status")?.classList.contains("seen")) tell(null);
  }
  isLoading = false;
}
new EventSource(document.body.dataset.seat + "/events").onmessage = refresh;

// The message box: an editable combobox with a list (ARIA Authoring Practices, combobox) ----------------------------

let offers = [], chosen = -1, asked = 0;
const line = () => byId("line");

function prepare() {
  if (!line()) return;
  for (const [name, value] of Object.entries({ role: "combobox", "aria-controls": "offers", "aria-autocomplete": "list" })) {
    if (line().getAttribute(name) !== value) line().setAttribute(name, value);
  }
  line().setAttribute("aria-expanded", String(offers.length > 0));
}

function list(found) {
  const kept = chosen >= 0 ? offers[chosen].label : null;
  offers = found;
  chosen = -1;
  byId("offers").replaceChildren(...found.map((offer, place) => {
    const one = document.createElement("li"), detail = document.createElement("small");
    one.id = "offer" + place;
    one.role = "option";
    one.ariaSelected = "false";
    detail.textContent = offer.detail;
    one.append(offer.label, " ", detail);
    return one;
  }));
  byId("offers").hidden = !found.length;
  line().removeAttribute("aria-activedescendant");
  prepare();
  const status = byId("status");
  status.classList.remove("seen");
  const again = found.findIndex((offer) => offer.label === kept);
  if (again >= 0) choose(again);  // a list that comes late takes nobody's choice away
  status.textContent = found.length > 1 ? found.length + status.dataset.many : found.length ? status.dataset.one : "";
}

function choose(place) {
  const all = byId("offers").children;
  if (all[chosen]) all[chosen].ariaSelected = "false";
  chosen = (place + offers.length) % offers.length;
  all[chosen].ariaSelected = "true";
  all[chosen].scrollIntoView({ block: "nearest" });
  line().setAttribute("aria-activedescendant", all[chosen].id);
}

function take(place) {
  const offer = offers[place], end = line().selectionStart;
  line().setRangeText(offer.insert, offer.start, end, "end");
  list([]);
  if (offer.wants_file) byId("file").closest("details").open = true;
  suggest();
}

async function suggest() {
  const typed = line().value.slice(0, line().selectionStart), mine = ++asked;
  if (!typed.startsWith("/")) { list([]); return; }
  let found;
  try {
    const answer = await fetch(document.body.dataset.seat + "/suggest?line=" + encodeURIComponent(typed));
    found = await answer.json();
  } catch {
    tell("lost");
    return;
  }
  if (mine !== asked || !line()) return;
  list(found.offers);
  if (found.failed) tell("failed");
}

document.addEventListener("input", (event) => { if (event.target === line()) suggest(); });
document.addEventListener("focusin", (event) => { if (event.target === line()) prepare(); });
document.addEventListener("keydown", (event) => {
  if (event.target !== line() || !offers.length) return;
  if (event.key === "ArrowDown") choose(chosen + 1);
  else if (event.key === "ArrowUp") choose(chosen < 0 ? offers.length - 1 : chosen - 1);
  else if (event.key === "Enter" && chosen >= 0) take(chosen);
  else if (event.key === "Tab" && !event.shiftKey) take(Math.max(chosen, 0));
  else if (event.key === "Escape") list([]);
  else return;
  event.preventDefault();
});
document.addEventListener("mousedown", (event) => {
  const one = event.target.closest("#offers li");
  if (!one) return;
  event.preventDefault();
  take(Number(one.id.slice(5)));
});
addEventListener("submit", () => { asked += 1; if (line()) list([]); });
prepare();
