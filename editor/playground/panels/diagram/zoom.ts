/** How a picture is moved and sized within its frame. */
export interface Zoom {
  /** Where the picture's corner stands in the frame, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

const least = 0.15;
const most = 6;
/** A small picture is not blown up beyond reading size. */
const largestFit = 1.4;

/** The whole picture, in the middle of its frame. */
export function fitted(picture: Size, frame: Size): Zoom {
  const margin = 16;
  const across = (frame.width - margin) / picture.width;
  const down = (frame.height - margin) / picture.height;
  const scale = clamp(Math.min(across, down, largestFit));
  return {
    x: (frame.width - picture.width * scale) / 2,
    y: (frame.height - picture.height * scale) / 2,
    scale,
  };
}

/** Sized by a factor; what stands at a place of the frame stays there. */
export function zoomed(zoom: Zoom, factor: number, at: { readonly x: number; readonly y: number }): Zoom {
  const scale = clamp(zoom.scale * factor);
  const share = scale / zoom.scale;
  return { x: at.x - (at.x - zoom.x) * share, y: at.y - (at.y - zoom.y) * share, scale };
}

export function moved(zoom: Zoom, dx: number, dy: number): Zoom {
  return { ...zoom, x: zoom.x + dx, y: zoom.y + dy };
}

function clamp(scale: number): number {
  return Math.min(most, Math.max(least, scale));
}
