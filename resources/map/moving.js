// «位置を直す»: the only time that a pin may move, and only the one that was named.
"use strict";

renkei.Moving = class {
  constructor(map, pins, say) {
    this.map = map;
    this.pins = pins;
    this.say = say;
    this.id = null;
    this.held = false;
    this.dropped = false;
    this.mark = L.DomUtil.create("div", "moved-pin", map.getPane("names"));
    this.from = L.DomUtil.create("div", "moved-from", map.getPane("names"));
    this.cross = L.DomUtil.create("div", "cross", map.getContainer());
    this.band = L.DomUtil.create("div", "band", map.getContainer());
    this.mark.hidden = this.from.hidden = this.cross.hidden = this.band.hidden = true;
    map.on({
      mousedown: this.press,
      mousemove: this.drag,
      mouseup: this.release,
      click: this.click,
      viewreset: this.show,
      zoomend: this.show,
      keydown: this.key,
    }, this);
  }

  get active() {
    return this.id !== null;
  }

  begin(id, label) {
    this.end();
    const pin = this.pins.known.get(id);
    this.id = id;
    this.place = pin ? L.latLng(pin.latitude, pin.longitude) : null;
    this.start = this.place;
    this.band.hidden = false;
    this.explain(pin ? pin.label : label, Boolean(pin));
    L.DomUtil.addClass(this.map.getContainer(), "moving");
    this.map.doubleClickZoom.disable();
    if (pin) this.map.setView(this.place, Math.max(this.map.getZoom(), 16), { animate: false });
    this.show();
  }

  end() {
    this.id = null;
    this.place = this.start = null;
    this.held = false;
    this.cross.hidden = this.band.hidden = true;
    this.band.replaceChildren();
    L.DomUtil.removeClass(this.map.getContainer(), "moving");
    this.map.doubleClickZoom.enable();
    this.map.dragging.enable();
    this.show();
  }

  show() {
    this.mark.hidden = !this.place;
    this.from.hidden = !this.start || this.start === this.place;
    if (this.place) L.DomUtil.setPosition(this.mark, this.map.latLngToLayerPoint(this.place));
    if (this.start) L.DomUtil.setPosition(this.from, this.map.latLngToLayerPoint(this.start));
  }

  press(event) {
    this.dropped = false;
    if (!this.active || !this.place) return;
    const at = this.map.latLngToContainerPoint(this.place);
    if (at.distanceTo(event.containerPoint) > 20) return;
    this.held = true;
    this.grip = at.subtract(event.containerPoint);
    this.map.dragging.disable();
  }

  drag(event) {
    if (!this.held) return;
    this.place = this.map.containerPointToLatLng(event.containerPoint.add(this.grip));
    this.dropped = true;
    this.show();
  }

  release() {
    if (!this.held) return;
    this.held = false;
    this.map.dragging.enable();
    if (this.dropped) this.tell();
  }

  // A click elsewhere puts the pin there; the click that ends a drag does not.
  click(event) {
    if (!this.active) return;
    if (!this.dropped) this.put(event.latlng);
    this.dropped = false;
  }

  key(event) {
    if (!this.active) return;
    const pressed = event.originalEvent.key;
    if (pressed.startsWith("Arrow")) this.cross.hidden = false;
    if (pressed === "Enter") this.put(this.map.getCenter());
    if (pressed === "Escape") this.say("gaveup", this.id);
  }

  put(place) {
    this.place = place;
    this.show();
    this.tell();
  }

  explain(label, placed) {
    const who = label ? label + " の" : "";
    const how = placed
      ? "印を引くか、正しい場所を押してください。"
      : "家の場所を押すと、印が立ちます。";
    const keys = "キーでは、矢印で地図を動かし、Enter で中央に置きます。Esc でやめます。";
    this.band.replaceChildren();
    L.DomUtil.create("div", "", this.band).textContent = who + "位置を直しています。" + how;
    L.DomUtil.create("div", "band-keys", this.band).textContent = keys;
  }

  tell() {
    const place = this.place.wrap();
    this.say("moved", this.id, place.lat.toFixed(7), place.lng.toFixed(7));
  }
};
