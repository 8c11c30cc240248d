// What stands above all pins: the chosen one with its name, the one under the mouse, rings for
// rough places. Names go through textContent and nothing else.
"use strict";

renkei.Chosen = L.Layer.extend({
  initialize: function (pins) {
    this.pins = pins;
    this.chosen = null;
    this.touched = null;
    this.also = 0;
  },

  onAdd: function (map) {
    this.canvas = L.DomUtil.create("canvas", "chosen", map.getPane("chosen"));
    this.ctx = this.canvas.getContext("2d");
    this.chosenName = L.DomUtil.create("div", "name chosen-name", map.getPane("names"));
    this.touchedName = L.DomUtil.create("div", "name", map.getPane("names"));
    this.pins.on("painted", this.paint, this);
    this.paint();
  },

  onRemove: function () {
    this.canvas.remove();
    this.chosenName.remove();
    this.touchedName.remove();
    this.pins.off("painted", this.paint, this);
  },

  choose: function (id) {
    this.chosen = id;
    this.paint();
  },

  touch: function (pin, also) {
    const id = pin ? pin.id : null;
    if (id === this.touched && also === this.also) return;
    this.touched = id;
    this.also = also;
    this.paint();
  },

  paint: function () {
    if (!this._map) return;
    const pins = this.pins;
    L.DomUtil.setPosition(this.canvas, pins.origin);
    this.canvas.width = pins.canvas.width;
    this.canvas.height = pins.canvas.height;
    this.canvas.style.width = pins.canvas.style.width;
    this.canvas.style.height = pins.canvas.style.height;
    this.ctx.setTransform(pins.sprites.ratio, 0, 0, pins.sprites.ratio, 0, 0);
    const chosen = pins.known.get(this.chosen);
    const touched = this.touched === this.chosen ? null : pins.known.get(this.touched);
    if (touched) this.raise(touched, pins.radius + 1.5, false);
    if (chosen) this.raise(chosen, Math.max(pins.radius + 4, 11), true);
    this.name(this.chosenName, chosen, "");
    this.name(this.touchedName, touched, this.also ? " ほか" + this.also + "件" : "");
  },

  raise: function (pin, radius, chosen) {
    const ctx = this.ctx;
    this.drawRing(pin);
    if (chosen) {
      ctx.beginPath();
      ctx.arc(pin.px, pin.py, radius + 5, 0, 2 * Math.PI);
      ctx.fillStyle = "rgba(15, 107, 92, 0.22)";
      ctx.fill();
      ctx.lineWidth = 2;
      ctx.strokeStyle = "#0f6b5c";
      ctx.stroke();
    }
    const sprite = this.pins.sprites.of(pin.kind, pin.letter, pin.hollow, radius);
    const side = sprite.width / this.pins.sprites.ratio;
    ctx.drawImage(sprite, pin.px - side / 2, pin.py - side / 2, side, side);
  },

  // The true place of a rough position lies somewhere in the ring.
  drawRing: function (pin) {
    if (!pin.ring) return;
    const metre = renkei.pixelsPerMetre(this._map.getZoom(), pin.latitude);
    const ctx = this.ctx;
    ctx.save();
    ctx.beginPath();
    ctx.arc(pin.px, pin.py, pin.ring * metre, 0, 2 * Math.PI);
    ctx.fillStyle = "rgba(29, 95, 168, 0.08)";
    ctx.fill();
    ctx.setLineDash([7, 5]);
    ctx.lineWidth = 1.8;
    ctx.strokeStyle = this.pins.sprites.looks[pin.kind].colour;
    ctx.stroke();
    ctx.restore();
  },

  name: function (box, pin, more) {
    box.hidden = !pin || !pin.label;
    box.textContent = box.hidden ? "" : pin.label + more;
    if (box.hidden) return;
    const at = this.pins.origin.add([pin.px, pin.py]);
    const above = this._map.layerPointToContainerPoint(at).y > 60;
    box.classList.toggle("below", !above);
    L.DomUtil.setPosition(box, at.round());
  },
});

renkei.pixelsPerMetre = function (zoom, latitude) {
  const equator = 40075016.686 * Math.cos((latitude * Math.PI) / 180);
  return (256 * Math.pow(2, zoom)) / equator;
};
