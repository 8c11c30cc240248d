// The layer of pins: one canvas, every pin projected once, every 2 px cell drawn once.
"use strict";

renkei.CELL = 32;

// Where a point lies on the square map of the web: x to the east, y to the south, both 0 to 1.
renkei.unit = function (latitude, longitude) {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return {
    x: longitude / 360 + 0.5,
    y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI),
  };
};

renkei.Pins = L.Layer.extend({
  initialize: function (looks) {
    this.sprites = new renkei.Sprites(looks);
    this.typeScale = 1;
    this.clear();
  },

  clear: function () {
    this.known = new Map();
    this.byKind = this.sprites.looks.map(() => new Map());
    this.cells = new Map();
    this.arrivals = 0;
  },

  onAdd: function (map) {
    this.canvas = L.DomUtil.create("canvas", "pins", map.getPane("pins"));
    this.ctx = this.canvas.getContext("2d");
    this.reset();
  },

  onRemove: function () {
    this.canvas.remove();
  },

  getEvents: function () {
    return { viewreset: this.reset, moveend: this.reset, resize: this.reset, move: this.follow };
  },

  // While the map is dragged the canvas travels with it; only at its edge is it drawn anew.
  follow: function () {
    const at = this._map.containerPointToLayerPoint([0, 0]).subtract(this.origin);
    if (at.x < 0 || at.y < 0 || at.x > 2 * this.margin.x || at.y > 2 * this.margin.y) this.reset();
  },

  reset: function () {
    const size = this._map.getSize();
    this.margin = size.multiplyBy(0.15).round();
    this.size = size.add(this.margin.multiplyBy(2));
    this.origin = this._map.containerPointToLayerPoint(this.margin.multiplyBy(-1)).round();
    L.DomUtil.setPosition(this.canvas, this.origin);
    const ratio = this.sprites.ratio;
    const width = Math.ceil(this.size.x * ratio);
    const height = Math.ceil(this.size.y * ratio);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
      this.canvas.style.width = this.size.x + "px";
      this.canvas.style.height = this.size.y + "px";
      this.taken = new Uint8Array((this.size.x / 2 + 2) * (this.size.y / 2 + 2));
    }
    this.scale = 256 * Math.pow(2, this._map.getZoom());
    this.corner = this._map.getPixelOrigin().add(this.origin);
    this.radius = this.radiusAt(this._map.getZoom());
    this.paint();
  },

  radiusAt: function (zoom) {
    const steps = [3.5, 4.5, 5.5, 7, 8.5, 10];
    const step = Math.max(0, Math.min(steps.length - 1, Math.round(zoom) - 12));
    return Math.round(steps[step] * this.typeScale * 2) / 2;
  },

  // Rows as Python sends them: id, latitude, longitude, name, kind, letter, hollow, ring.
  take: function (row) {
    const at = renkei.unit(row[1], row[2]);
    let pin = this.known.get(row[0]);
    if (pin && pin.kind !== row[4]) {
      this.drop(pin.id);
      pin = null;
    }
    if (!pin) {
      pin = { id: row[0], kind: row[4], order: this.arrivals++, px: NaN, py: NaN };
      this.known.set(pin.id, pin);
      this.byKind[pin.kind].set(pin.id, pin);
    }
    pin.latitude = row[1];
    pin.longitude = row[2];
    pin.x = at.x;
    pin.y = at.y;
    pin.label = row[3];
    pin.letter = row[5];
    pin.hollow = row[6];
    pin.ring = row[7];
    return pin;
  },

  drop: function (id) {
    const pin = this.known.get(id);
    if (!pin) return;
    this.known.delete(id);
    this.byKind[pin.kind].delete(id);
    this.leaveCell(pin);
  },

  setAll: function (rows) {
    this.clear();
    for (const row of rows) this.take(row);
    this.paint();
  },

  // A handful of changes mends the canvas around them; many changes draw it anew.
  change: function (rows, removed) {
    const few = rows.length + removed.length <= 40;
    const spots = [];
    const spot = (pin) => pin && spots.push([pin.px, pin.py]);
    for (const id of removed) {
      spot(this.known.get(id));
      this.drop(id);
    }
    for (const row of rows) {
      const old = this.known.get(row[0]);
      spot(old);
      if (old) this.leaveCell(old);
      const pin = this.take(row);
      this.project(pin);
      if (this.isNear(pin)) this.enterCell(pin);
      spot(pin);
    }
    if (few) for (const [x, y] of spots) this.mend(x, y);
    else this.paint();
  },

  project: function (pin) {
    pin.px = pin.x * this.scale - this.corner.x;
    pin.py = pin.y * this.scale - this.corner.y;
  },

  isNear: function (pin) {
    const edge = renkei.CELL;
    return (
      pin.px > -edge && pin.py > -edge && pin.px < this.size.x + edge && pin.py < this.size.y + edge
    );
  },

  cellOf: function (x, y) {
    return Math.floor(y / renkei.CELL) * 4096 + Math.floor(x / renkei.CELL);
  },

  enterCell: function (pin) {
    const key = this.cellOf(pin.px, pin.py);
    const cell = this.cells.get(key);
    if (cell) cell.push(pin);
    else this.cells.set(key, [pin]);
  },

  leaveCell: function (pin) {
    const cell = this.cells.get(this.cellOf(pin.px, pin.py));
    const at = cell ? cell.indexOf(pin) : -1;
    if (at >= 0) cell.splice(at, 1);
  },

  paint: function () {
    if (!this._map) return;
    this.ctx.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.cells.clear();
    this.taken.fill(0);
    for (const pins of this.byKind) {
      for (const pin of pins.values()) {
        this.project(pin);
        if (!this.isNear(pin)) continue;
        this.enterCell(pin);
        this.drawOnce(pin);
      }
    }
    this.fire("painted");
  },

  // Draws a pin unless one of its kind already stands in the same cell of 2 px.
  drawOnce: function (pin) {
    const width = Math.floor(this.size.x / 2) + 1;
    const column = Math.floor(pin.px / 2);
    const row = Math.floor(pin.py / 2);
    if (column >= 0 && row >= 0 && column < width && row * width < this.taken.length) {
      const cell = row * width + column;
      if (this.taken[cell] & (1 << pin.kind)) return;
      this.taken[cell] |= 1 << pin.kind;
    }
    this.draw(pin);
  },

  draw: function (pin) {
    const ratio = this.sprites.ratio;
    const sprite = this.sprites.of(pin.kind, pin.letter, pin.hollow, this.radius);
    const half = sprite.width / 2;
    this.ctx.drawImage(sprite, Math.round(pin.px * ratio - half), Math.round(pin.py * ratio - half));
  },

  // Clears a square around a place and draws the pins that reach into it, in the usual order.
  mend: function (x, y) {
    if (!this._map || isNaN(x)) return;
    const reach = this.sprites.reach(this.radius) + 2;
    const ratio = this.sprites.ratio;
    this.ctx.save();
    this.ctx.beginPath();
    this.ctx.rect((x - reach) * ratio, (y - reach) * ratio, 2 * reach * ratio, 2 * reach * ratio);
    this.ctx.clip();
    this.ctx.clearRect(0, 0, this.canvas.width, this.canvas.height);
    const seen = new Set();
    for (const pin of this.around(x, y, 2 * reach + 2)) {
      const cell = [pin.kind, Math.floor(pin.px / 2), Math.floor(pin.py / 2)].join();
      if (!seen.has(cell)) this.draw(pin);
      seen.add(cell);
    }
    this.ctx.restore();
  },

  around: function (x, y, reach) {
    const found = [];
    const first = (value) => Math.floor((value - reach) / renkei.CELL);
    const last = (value) => Math.floor((value + reach) / renkei.CELL);
    for (let row = first(y); row <= last(y); row++) {
      for (let column = first(x); column <= last(x); column++) {
        for (const pin of this.cells.get(row * 4096 + column) || []) {
          if (Math.abs(pin.px - x) <= reach && Math.abs(pin.py - y) <= reach) found.push(pin);
        }
      }
    }
    return found.sort((a, b) => a.kind - b.kind || a.order - b.order);
  },

  // All pins under a point of the window, the nearest first.
  under: function (point) {
    const at = this._map.containerPointToLayerPoint(point).subtract(this.origin);
    const away = (pin) => Math.hypot(pin.px - at.x, pin.py - at.y);
    const reach = this.radius + 4;
    return this.around(at.x, at.y, reach)
      .filter((pin) => away(pin) <= reach)
      .sort((a, b) => away(a) - away(b) || b.kind - a.kind || a.order - b.order);
  },

  setTypeScale: function (scale) {
    this.typeScale = scale;
    this.sprites.forget();
    if (this._map) this.reset();
  },
});
