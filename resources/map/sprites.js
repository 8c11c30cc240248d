// What a pin looks like: shape and colour by kind, a letter inside, hollow where the place is rough.
"use strict";

const renkei = {};

renkei.FACE = '"Renkei Face", sans-serif';

renkei.outline = function (ctx, shape, middle, radius) {
  ctx.beginPath();
  if (shape === "square") {
    const half = radius * 0.9;
    ctx.roundRect(middle - half, middle - half, 2 * half, 2 * half, radius * 0.25);
  } else if (shape === "diamond") {
    const reach = radius * 1.2;
    ctx.moveTo(middle, middle - reach);
    ctx.lineTo(middle + reach, middle);
    ctx.lineTo(middle, middle + reach);
    ctx.lineTo(middle - reach, middle);
    ctx.closePath();
  } else {
    ctx.arc(middle, middle, radius, 0, 2 * Math.PI);
  }
};

// Pins are drawn once per look and copied from then on: 20,000 copies are cheaper than 20,000 arcs.
renkei.Sprites = class {
  constructor(looks) {
    this.looks = looks;
    this.ratio = window.devicePixelRatio || 1;
    this.drawn = new Map();
  }

  forget() {
    this.drawn.clear();
  }

  reach(radius) {
    return Math.ceil(radius * 1.2) + 3;
  }

  of(kind, letter, hollow, radius) {
    const shown = radius >= 8 ? letter : "";
    const key = kind + "/" + shown + "/" + hollow + "/" + radius;
    let sprite = this.drawn.get(key);
    if (!sprite) {
      sprite = this.draw(this.looks[kind], shown, hollow, radius);
      this.drawn.set(key, sprite);
    }
    return sprite;
  }

  draw(look, letter, hollow, radius) {
    const middle = this.reach(radius);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = Math.ceil(2 * middle * this.ratio);
    const ctx = canvas.getContext("2d");
    ctx.scale(this.ratio, this.ratio);
    renkei.outline(ctx, look.shape, middle, radius + 1.3);
    ctx.fillStyle = "#ffffff";
    ctx.fill();
    renkei.outline(ctx, look.shape, middle, hollow ? radius - 0.8 : radius);
    if (hollow) {
      ctx.lineWidth = Math.max(1.6, radius * (letter ? 0.18 : 0.28));
      ctx.strokeStyle = look.colour;
      ctx.stroke();
    } else {
      ctx.fillStyle = look.colour;
      ctx.fill();
    }
    this.write(ctx, letter, middle, radius, hollow ? look.colour : "#ffffff");
    return canvas;
  }

  write(ctx, letter, middle, radius, colour) {
    if (!letter) return;
    ctx.font = "bold " + Math.round(radius * 1.2) + "px " + renkei.FACE;
    ctx.textAlign = "center";
    ctx.textBaseline = "alphabetic";
    const size = ctx.measureText(letter);
    const lift = (size.actualBoundingBoxAscent - size.actualBoundingBoxDescent) / 2;
    ctx.fillStyle = colour;
    ctx.fillText(letter, middle, middle + lift);
  }
};
