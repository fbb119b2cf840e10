// When and where: drawing across days or a box on the map narrows the selection; the address follows.
const holder = document.getElementById("explored");
const here = () => new URL(holder.querySelector(".explore")?.dataset.address ?? location.href, location);
const go = (change) => {
  const to = here();
  change(to.searchParams);
  htmx.ajax("GET", to.pathname + to.search, { target: "#explored", swap: "innerHTML" });
};
const put = (query, name, value) => { if (value) query.set(name, value); else query.delete(name); };

// The timeline. Days are counted as the server does; a stretch is rounded to whole days, months or years.
const DAY = 86400000;
const written = (moment, unit) => new Date(moment).toISOString().slice(0, { day: 10, month: 7, year: 4, decade: 4 }[unit]);
let from = null;
const time = () => document.getElementById("time");
const across = (event) => {
  const box = time().getBoundingClientRect();
  return Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
};
holder.addEventListener("pointerdown", (event) => {
  if (event.button === 0 && event.target.closest("#time")) from = across(event);
});
holder.addEventListener("dragstart", (event) => { if (event.target.closest("#time")) event.preventDefault(); });
addEventListener("pointermove", (event) => {
  if (from === null || !time()) return;
  const at = across(event);
  if (Math.abs(at - from) < 0.008) return;
  const brush = time().querySelector(".brush");
  brush.setAttribute("visibility", "visible");
  brush.setAttribute("x", `${100 * Math.min(from, at)}%`);
  brush.setAttribute("width", `${100 * Math.abs(at - from)}%`);
});
addEventListener("pointerup", (event) => {
  if (from === null || !time()) { from = null; return; }
  const ends = [from, across(event)].sort((a, b) => a - b);
  from = null;
  if (ends[1] - ends[0] < 0.008) return;
  const { start, end, unit, by } = time().dataset;
  const first = Date.parse(start);
  const last = Date.parse(end) - DAY;
  const moment = (share) => first + share * (last + DAY - first);
  const names = by === "published" ? ["from", "to"] : ["event_from", "event_to"];
  // A drag that ends on a column must not be taken for a click on it.
  addEventListener("click", (click) => { click.preventDefault(); click.stopPropagation(); }, { capture: true, once: true });
  setTimeout(() => go((query) => {
    put(query, names[0], written(moment(ends[0]), unit));
    put(query, names[1], written(Math.min(moment(ends[1]), last), unit));
  }));
});

// The map: the world's outlines, places as circles by their count, areas as what they are.
let map = null;
let world = null;
let layers = null;
const inside = (point, rings) => rings.reduce((odd, ring) => {
  let crossed = odd;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x, y] = ring[i], [u, v] = ring[j];
    if ((y > point[1]) !== (v > point[1]) && point[0] < ((u - x) * (point[1] - y)) / (v - y) + x) crossed = !crossed;
  }
  return crossed;
}, false);
const holds = (country, point) => {
  const { type, coordinates } = country.geometry;
  return (type === "Polygon" ? [coordinates] : coordinates).some((rings) => inside(point, rings));
};
const radius = (claims) => Math.min(5 + 2.4 * Math.sqrt(claims), 26);
const said = (place) => `${place.name}: ${place.claims}`;
const told = (layer, words, href) => {
  const label = document.createElement("span");
  label.textContent = words;
  layer.bindTooltip(label);
  if (href) layer.on("click", () => htmx.ajax("GET", href, { target: "#explored", swap: "innerHTML" }));
  return layer;
};

// What would overlap at this zoom is drawn as one circle.
const clustered = (places) => {
  const cells = new Map();
  for (const place of places) {
    const { x, y } = map.project([place.lat, place.lon]);
    const cell = `${Math.round(x / 34)} ${Math.round(y / 34)}`;
    cells.set(cell, [...(cells.get(cell) ?? []), place]);
  }
  return [...cells.values()];
};
// A ring across the date line goes on beyond 180 degrees, so that no line is drawn back around the earth.
const unwrapped = (ring) => {
  let turn = 0;
  return ring.map(([lon, lat], at) => {
    if (at && lon - ring[at - 1][0] > 180) turn -= 360;
    if (at && ring[at - 1][0] - lon > 180) turn += 360;
    return [lon + turn, lat];
  });
};
const whole = ({ geometry, ...rest }) => ({
  ...rest,
  geometry: {
    type: "MultiPolygon",
    coordinates: (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).map((rings) => rings.map(unwrapped)),
  },
});
let shown = { places: [], box: null };
const draw = () => {
  layers.clearLayers();
  for (const place of shown.places.filter((each) => each.area)) {
    const country = place.kind === "country" && world.find((each) => holds(each, [place.lon, place.lat]));
    const layer = country ? L.geoJSON(country, { className: "spread" })
      : place.km ? L.circle([place.lat, place.lon], { radius: place.km * 1000, className: "spread" })
        : L.circleMarker([place.lat, place.lon], { radius: 30, className: "spread" });
    told(layer, said(place), place.href).addTo(layers);
  }
  for (const places of clustered(shown.places.filter((each) => !each.area))) {
    const claims = places.reduce((sum, each) => sum + each.claims, 0);
    const middle = (name) => places.reduce((sum, each) => sum + each[name] * each.claims, 0) / claims;
    const circle = L.circleMarker([middle("lat"), middle("lon")], { radius: radius(claims), className: "spot" });
    if (places.length === 1) told(circle, said(places[0]), places[0].href).addTo(layers);
    else {
      const names = places.slice(0, 5).map(said).join(", ");
      told(circle, places.length > 5 ? `${names} … (${claims})` : names).addTo(layers);
      circle.on("click", () => map.fitBounds(places.map((each) => [each.lat, each.lon]), { padding: [40, 40], maxZoom: 9 }));
    }
  }
  if (shown.box) {
    const [south, west, north, east] = shown.box;
    L.rectangle([[south, west], [north, east < west ? east + 360 : east]], { className: "boxed", interactive: false }).addTo(layers);
  }
};

const made = async (element) => {
  map = L.map(element, { attributionControl: false, zoomControl: false, minZoom: 1, maxZoom: 11, worldCopyJump: true, zoomSnap: 0.5, boxZoom: false }).setView([25, 5], 1.5);
  L.control.zoom({ zoomInTitle: element.dataset.nearer, zoomOutTitle: element.dataset.farther }).addTo(map);
  layers = L.layerGroup().addTo(map);
  const atlas = await (await fetch(element.dataset.world)).json();
  world = topojson.feature(atlas, atlas.objects.countries).features.filter((each) => each.geometry).map(whole);
  L.geoJSON(world, { className: "country", interactive: false }).addTo(map).bringToBack();
  map.on("zoomend", draw);
  let corner = null;
  let rectangle = null;
  const drawing = () => element.classList.contains("drawing");
  map.on("mousedown", (event) => { if (drawing()) { corner = event.latlng; map.dragging.disable(); } });
  map.on("mousemove", (event) => {
    if (!corner) return;
    if (rectangle) rectangle.setBounds([corner, event.latlng]);
    else rectangle = L.rectangle([corner, event.latlng], { className: "boxed", interactive: false }).addTo(map);
  });
  map.on("mouseup", (event) => {
    if (!corner) return;
    const box = L.latLngBounds(corner, event.latlng);
    corner = null;
    rectangle?.remove();
    rectangle = null;
    map.dragging.enable();
    pressed(false);
    if (box.getSouthWest().equals(box.getNorthEast())) return;
    const turned = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;
    const wide = box.getEast() - box.getWest() >= 360;
    const ends = [Math.max(box.getSouth(), -90), wide ? -180 : turned(box.getWest()), Math.min(box.getNorth(), 90), wide ? 180 : turned(box.getEast())];
    go((query) => query.set("box", ends.map((each) => each.toFixed(3)).join(",")));
  });
};
const pressed = (on) => {
  document.getElementById("draw")?.setAttribute("aria-pressed", String(on));
  document.getElementById("map").classList.toggle("drawing", on);
};
holder.addEventListener("click", (event) => {
  const button = event.target.closest("#draw");
  if (button) pressed(button.getAttribute("aria-pressed") !== "true");
});
addEventListener("keydown", (event) => { if (event.key === "Escape") pressed(false); });

const refresh = async () => {
  const element = document.getElementById("map");
  if (!element) return;
  element.closest("[data-js]").hidden = false;
  if (!map) await made(element);
  map.invalidateSize();
  const query = here().search;
  const answer = await (await fetch(`/explore/places.json${query}`, { headers: { Accept: "application/json" } })).json();
  if (query !== here().search) return;
  shown = answer;
  const bounds = shown.box ? [[shown.box[0], shown.box[1]], [shown.box[2], shown.box[3] < shown.box[1] ? shown.box[3] + 360 : shown.box[3]]]
    : shown.places.map((each) => [each.lat, each.lon]);
  if (bounds.length) map.fitBounds(bounds, { padding: [30, 30], maxZoom: shown.box ? 10 : 6, animate: false });
  draw();
};
document.body.addEventListener("htmx:afterSettle", (event) => { if (event.detail.target.id === "explored") refresh(); });
refresh();
