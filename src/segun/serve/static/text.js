// The text of a report as the page has it, and where a point of the page lies in it. Offsets count code points of the
// text as it was read; the page's pieces say where each of them begins.
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.\-][\p{L}\p{N}\p{M}]+)*/gu;
const length = (text) => [...text].length;

export class Text {
  constructor(article) {
    this.pieces = [...article.querySelectorAll(".text [data-at]")].map((element) => {
      const text = element.textContent;
      const at = Number(element.dataset.at);
      return { element, at, end: at + length(text), text };
    });
    const points = [];
    for (const piece of this.pieces) {
      while (points.length < piece.at) points.push("\n");
      points.push(...piece.text);
    }
    this.points = points;
  }

  // The words of the text as [start, end), in order.
  get words() {
    if (!this.found) {
      this.found = [];
      const units = [];
      this.points.forEach((point, at) => { for (let unit = 0; unit < point.length; unit += 1) units.push(at); });
      for (const match of this.points.join("").matchAll(WORD)) {
        this.found.push([units[match.index], units[match.index + match[0].length - 1] + 1]);
      }
    }
    return this.found;
  }

  of(spans) { return spans.map(([start, end]) => this.points.slice(start, end).join("")).join(" … "); }

  // The stretch that is selected on the page without the white space around it; null where none of the text is.
  selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const touched = this.pieces.filter((piece) => range.intersectsNode(piece.element));
    if (!touched.length) return null;
    let start = this.offset(touched[0], range.startContainer, range.startOffset, touched[0].at);
    let end = this.offset(touched.at(-1), range.endContainer, range.endOffset, touched.at(-1).end);
    while (start < end && !this.points[start].trim()) start += 1;
    while (end > start && !this.points[end - 1].trim()) end -= 1;
    return start < end ? [start, end] : null;
  }

  offset(piece, node, at, otherwise) {
    if (!piece.element.contains(node)) return otherwise;
    const before = document.createRange();
    before.setStart(piece.element, 0);
    before.setEnd(node, at);
    return piece.at + length(before.toString());
  }

  // The ranges of the page that show these spans.
  ranges(spans) {
    return spans.flatMap(([start, end]) => this.pieces
      .filter((piece) => piece.at < end && piece.end > start)
      .map((piece) => {
        const range = document.createRange();
        range.setStart(...this.point(piece, Math.max(start, piece.at)));
        range.setEnd(...this.point(piece, Math.min(end, piece.end)));
        return range;
      }));
  }

  point(piece, offset) {
    let left = offset - piece.at;
    const walker = document.createTreeWalker(piece.element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const points = [...node.data];
      if (left <= points.length) return [node, points.slice(0, left).join("").length];
      left -= points.length;
    }
    return [piece.element, piece.element.childNodes.length];
  }

  // The spans with their first start or last end moved by so many words.
  moved(spans, end, step) {
    const made = spans.map((span) => [...span]);
    if (end === "start") {
      const [first] = made;
      const starts = this.words.map(([start]) => start);
      const to = step > 0 ? starts.find((at) => at > first[0]) : starts.findLast((at) => at < first[0]);
      if (to !== undefined && to < first[1]) first[0] = to;
    } else {
      const last = made.at(-1);
      const ends = this.words.map(([, at]) => at);
      const to = step > 0 ? ends.find((at) => at > last[1]) : ends.findLast((at) => at < last[1]);
      if (to !== undefined && to > last[0]) last[1] = to;
    }
    return made;
  }
}

export const parse = (written) => written.split(",").filter(Boolean).map((part) => part.split("-").map(Number));
export const write = (spans) => spans.map((span) => span.join("-")).join(",");
