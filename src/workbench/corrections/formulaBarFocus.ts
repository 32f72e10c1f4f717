import { DOCS_NORMAL_EDITOR_UNIT_ID_KEY, type Injector } from "@univerjs/core";
import { DocSelectionRenderService, IEditorBridgeService, IEditorService } from "@univerjs/preset-sheets-core";
import { replaceMethod } from "../serviceMethods";

/** The part of the service that the grid keeps to itself. */
interface EditorSelection {
  readonly _context: { readonly unitId: string };
  focus(): void;
}

/**
 * Leaves the keys to the formula bar once it was pressed. In Univer 0.25.1 the press opens the cell's editor as well,
 * which takes the focus when it has been drawn, two frames later; a pointer that is up again by then, as after a tap on a
 * touch pad or on a busy machine, left the focus there, and whatever was typed was lost.
 */
export function keepFormulaBarFocused(injector: Injector, container: HTMLElement): void {
  const editors = injector.get(IEditorService);
  const bridge = injector.get(IEditorBridgeService);
  let isBarPressed = false;
  container.addEventListener(
    "pointerdown",
    ({ target }) => {
      isBarPressed = target instanceof HTMLCanvasElement && target.closest("[data-u-comp=formula-bar]") !== null;
    },
    { capture: true },
  );
  bridge.visible$.subscribe(({ visible }) => {
    if (!visible) isBarPressed = false;
  });
  const isCellsTurn = (editor: string) =>
    editor !== DOCS_NORMAL_EDITOR_UNIT_ID_KEY || !isBarPressed || !bridge.isVisible().visible;

  const focus = editors.focus.bind(editors);
  replaceMethod(editors, "focus", (editor) => {
    if (isCellsTurn(editor)) focus(editor);
  });
  const selection = DocSelectionRenderService.prototype as unknown as EditorSelection;
  const focusSelection = selection.focus;
  selection.focus = function (this: EditorSelection) {
    if (isCellsTurn(this._context.unitId)) focusSelection.call(this);
  };
}
