// What stands around the map: zoom, whole town, scale, north, legend and the source line.
"use strict";

renkei.WholeTown = L.Control.Zoom.extend({
  options: {
    position: "topleft",
    zoomInText: "＋",
    zoomInTitle: "大きく見る",
    zoomOutText: "−",
    zoomOutTitle: "広く見る",
  },

  onAdd: function (map) {
    const box = L.Control.Zoom.prototype.onAdd.call(this, map);
    this._createButton("全", "町全体を見る", "leaflet-control-zoom-all", box, () => renkei.fit(null));
    return box;
  },
});

renkei.North = L.Control.extend({
  options: { position: "topright" },

  onAdd: function () {
    const box = L.DomUtil.create("div", "north");
    const arrow = L.DomUtil.create("span", "north-arrow", box);
    arrow.setAttribute("aria-hidden", "true");
    L.DomUtil.create("span", "", box).textContent = "北";
    box.title = "上が北です";
    return box;
  },
});

renkei.Source = L.Control.extend({
  options: { position: "bottomright" },

  onAdd: function () {
    this.box = L.DomUtil.create("div", "source");
    return this.box;
  },

  say: function (line) {
    this.box.textContent = line;
  },
});

// Shapes with their words; only kinds that are on the map now.
renkei.Legend = L.Control.extend({
  options: { position: "bottomleft" },

  initialize: function (pins, roughWords) {
    this.pins = pins;
    this.roughWords = roughWords;
  },

  onAdd: function () {
    this.box = L.DomUtil.create("div", "legend");
    return this.box;
  },

  show: function () {
    this.box.replaceChildren();
    const looks = this.pins.sprites.looks;
    this.pins.byKind.forEach((pins, kind) => {
      if (pins.size) this.entry(kind, 0, looks[kind].label);
    });
    const rough = Array.from(this.pins.known.values()).find((pin) => pin.hollow);
    if (rough) this.entry(rough.kind, 1, this.roughWords);
    this.box.hidden = !this.box.childElementCount;
  },

  entry: function (kind, hollow, words) {
    const line = L.DomUtil.create("div", "legend-entry", this.box);
    const sprites = this.pins.sprites;
    const picture = sprites.draw(sprites.looks[kind], "", hollow, 6.5);
    picture.style.width = picture.width / sprites.ratio + "px";
    line.appendChild(picture);
    L.DomUtil.create("span", "", line).textContent = words;
  },
});
