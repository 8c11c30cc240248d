// The page's one door: `renkei.take(message)` is how the window speaks, `say` how the page answers.
"use strict";

(function () {
  const map = map_renkei;
  const setup = JSON.parse(document.getElementById("renkei-setup").textContent);
  for (const [pane, level] of [["pins", 450], ["chosen", 460], ["names", 650]]) {
    const element = map.createPane(pane);
    element.style.zIndex = level;
    element.style.pointerEvents = "none";
  }

  // Answers go one after the other: a later one never overtakes an earlier one.
  let line = Promise.resolve();
  function say(...words) {
    const address = "/said/" + words.map(encodeURIComponent).join("/");
    line = line.then(() => fetch(address, { cache: "no-store" })).catch(() => undefined);
  }

  const pins = new renkei.Pins(setup.looks).addTo(map);
  const chosen = new renkei.Chosen(pins).addTo(map);
  const moving = new renkei.Moving(map, pins, say);
  const source = new renkei.Source().addTo(map);
  new renkei.WholeTown().addTo(map);
  new renkei.North().addTo(map);
  L.control.scale({ imperial: false, maxWidth: 130 }).addTo(map);
  const legend = new renkei.Legend(pins, setup.rough).addTo(map);
  legend.show();
  let tiles = null;
  let town = null;

  // A part of the town that was asked for stays whole when the window changes its size, until
  // somebody moves the map.
  let fitted = null;
  renkei.fit = function (bounds) {
    const target = bounds || town;
    if (target) map.fitBounds(target, { animate: false, maxZoom: 17, padding: [24, 24] });
    fitted = target;
  };
  map.on("dragstart zoomstart keydown", () => {
    fitted = null;
  });
  map.on("resize", () => fitted && renkei.fit(fitted));

  function layGround(message) {
    if (tiles) tiles.remove();
    tiles = null;
    town = message.bounds;
    source.say(message.source);
    map.setMinZoom(message.minZoom);
    map.setMaxZoom(message.maxZoom);
    map.setMaxBounds(message.limits);
    const sharp = window.devicePixelRatio > 1 ? 2 : 1;
    tiles = L.tileLayer(message.tiles, {
      sharp: sharp,
      minZoom: message.minZoom,
      maxZoom: message.maxZoom,
      minNativeZoom: message.minNativeZoom,
      maxNativeZoom: message.maxNativeZoom,
      bounds: message.tileBounds || undefined,
      noWrap: true,
      updateWhenIdle: false,
      keepBuffer: 2,
    }).addTo(map);
  }

  function choose(id, reveal) {
    chosen.choose(id);
    const pin = pins.known.get(id);
    if (!pin || !reveal) return;
    const at = map.latLngToContainerPoint([pin.latitude, pin.longitude]);
    const size = map.getSize();
    const inside = at.x > 40 && at.y > 60 && at.x < size.x - 40 && at.y < size.y - 60;
    if (!inside || reveal === "near") {
      fitted = null;
      const zoom = reveal === "near" ? Math.max(map.getZoom(), 16) : map.getZoom();
      map.setView([pin.latitude, pin.longitude], zoom, { animate: false });
    }
  }

  function repaint() {
    chosen.paint();
    legend.show();
  }

  const orders = {
    ground: layGround,
    source: (message) => source.say(message.line),
    pins: (message) => {
      pins.setAll(message.rows);
      repaint();
    },
    change: (message) => {
      pins.change(message.rows, message.removed);
      repaint();
    },
    select: (message) => choose(message.id, message.reveal),
    move: (message) => {
      // The map goes to the pin; the bar that comes up under it must not bring the town back.
      if (pins.known.has(message.id)) fitted = null;
      moving.begin(message.id, message.label);
    },
    stay: () => moving.end(),
    fit: (message) => renkei.fit(message.bounds),
    type: (message) => {
      document.documentElement.style.setProperty("--type", message.scale);
      pins.setTypeScale(message.scale);
    },
    report: (message) => whenSettled(() => showMark(message.serial)),
  };

  renkei.take = function (messages) {
    for (const message of messages) orders[message.do](message);
  };

  // Calls back when every tile is there and has been decoded.
  function whenSettled(call) {
    const look = () => {
      if (tiles && tiles.isLoading()) return setTimeout(look, 20);
      const pictures = Array.from(map.getPane("tilePane").querySelectorAll("img"));
      const decoded = pictures.map((picture) => picture.decode().catch(() => undefined));
      return Promise.all(decoded).then(call);
    };
    document.fonts.ready.then(look);
  }

  // A frame takes its way to the window on its own; the pixel in the corner, of a colour that
  // the window waits for, shows which one has arrived.
  const mark = L.DomUtil.create("div", "frame-mark", map.getContainer());
  function showMark(serial) {
    mark.style.background = "rgb(245, 243, " + (180 + (serial % 60)) + ")";
    requestAnimationFrame(() => say("settled", serial));
  }

  // A pin under the mouse shows its name; a click chooses it, a further click the next one there.
  map.on("mousemove", (event) => {
    const found = moving.active ? [] : pins.under(event.containerPoint);
    chosen.touch(found[0], Math.max(0, found.length - 1));
    L.DomUtil[found.length ? "addClass" : "removeClass"](map.getContainer(), "over-pin");
  });
  map.on("mouseout", () => chosen.touch(null, 0));
  map.on("click", (event) => {
    if (moving.active) return;
    const found = pins.under(event.containerPoint).map((pin) => pin.id);
    if (!found.length) return;
    const id = found[(found.indexOf(chosen.chosen) + 1) % found.length];
    choose(id, false);
    say("chosen", id);
  });

  document.fonts.load('bold 12px "Renkei Face"', "北").then(() => {
    pins.sprites.forget();
    pins.paint();
    legend.show();
  });
  renkei.map = map;
  renkei.pins = pins;
  renkei.chosen = chosen;
  renkei.moving = moving;
  renkei.token = String(performance.timeOrigin) + "-" + String(Math.random()).slice(2);
  say("ready", renkei.token);
})();
