// Which layout draws which kind of board: its places, and the view that shows them. A view extends Lanes.

import { GridView } from './grid.js';
import { GridPlaces } from './grid_places.js';
import { FormView } from './form.js';
import { Lanes } from './lanes.js';
import { Matrix } from './matrix.js';
import { LanePlaces, MatrixPlaces, ThemePlaces } from './places.js';
import { Sliders } from './sliders.js';
import { Themes } from './themes.js';

const layouts = {
  lanes: [LanePlaces, Lanes],
  grid: [GridPlaces, GridView],
  themes: [ThemePlaces, Themes],
  matrix: [MatrixPlaces, Matrix],
  sliders: [LanePlaces, Sliders],
  form: [LanePlaces, FormView],
};

/** The view of an activity's board; `options` are those of Lanes. */
export function createView(method, activity, options) {
  const [Places, View] = layouts[method.layout] ?? layouts.lanes;
  const places = new Places(method);
  places.update(activity);
  return new View({ ...options, method, places });
}
