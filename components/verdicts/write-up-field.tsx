"use client";

import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ComponentProps,
  type ComponentType,
  type ReactNode,
  type RefObject,
} from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { describedBy, FieldErrors } from "@/components/ui/field";
import { FieldName } from "@/components/ui/field-name";
import { useField } from "@/components/ui/form";
import { pasteClean } from "@/components/ui/paste-clean";
import { citedById, citedByNumber } from "@/lib/verdicts/cite-numbers";
import type { Citable } from "./cite-label";
import { useFirstSign } from "./use-first-sign";
import { WriteUpComing } from "./write-up-coming";

type EditorProps = ComponentProps<typeof import("./write-up-editor").WriteUpEditor> & {
  onMissing: () => void;
};

/** The editor comes with the first sign of a person; where it cannot be had, as without a network, the plain field does. */
const WriteUpEditor = lazy((): Promise<{ default: ComponentType<EditorProps> }> =>
  import("./write-up-editor").then(
    ({ WriteUpEditor: Editor }) => ({
      default: ({ onMissing: _onMissing, ...props }: EditorProps) => <Editor {...props} />,
    }),
    () => ({ default: MissingEditor }),
  ),
);

function MissingEditor({ onMissing }: EditorProps): ReactNode {
  useEffect(onMissing, [onMissing]);
  return null;
}

const never = () => () => {};

/** After so long it is said that the tools are still loading. */
const slowAfterMs = 400;

/** Whether this has been waited for so long that it should be said. */
function useIsSlow(isAwaited: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isAwaited) return;
    const timer = window.setTimeout(() => setSlow(true), slowAfterMs);
    return () => window.clearTimeout(timer);
  }, [isAwaited]);
  return isSlow && isAwaited;
}

/**
 * The list whose numbers stand in the plain field. Numbers move when evidence comes or goes, as by what others do: those
 * that were written follow, so that each still means what it did.
 */
function useNumbered(
  area: RefObject<HTMLTextAreaElement | null>,
  isPlain: boolean,
  ids: readonly string[],
  onMoved: (markdown: string) => void,
) {
  const [numbered, setNumbered] = useState(ids);
  const list = ids.join(" ");
  useEffect(() => {
    if (!isPlain || !area.current || list === numbered.join(" ")) return;
    const now = list.split(" ");
    area.current.value = citedByNumber(citedById(area.current.value, numbered), now);
    setNumbered(now);
    onMoved(area.current.value);
  }, [area, isPlain, list, numbered, onMoved]);
  return [numbered, setNumbered] as const;
}

type Props = { name?: string; defaultValue: string; citable: readonly Citable[] };

/**
 * The write-up: Markdown in a plain field, and an editor in its place once scripts and a person are there. Until it has come
 * the field lies unseen over the words, so that it can be reached and typed in; the editor takes over what was typed, and the
 * focus.
 */
export function WriteUpField({ name = "writeUp", defaultValue, citable }: Props) {
  const field = useField(name, defaultValue);
  const ids = citable.map(({ id }) => id);
  const written = citedByNumber(field.value, ids);
  const idsAtFirst = useRef(ids);
  const area = useRef<HTMLTextAreaElement>(null);
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [isPlain, setPlain] = useState(false);
  const [markdown, setMarkdown] = useState(written);
  const [numbered, setNumbered] = useNumbered(area, isPlain, ids, setMarkdown);
  const isRich = hasScripts && !isPlain;
  const isWanted = useFirstSign();
  const [isReady, setReady] = useState(false);
  const isSlow = useIsSlow(isRich && isWanted && !isReady);

  // Whatever was typed before scripts came is taken over, and a reset of the form never parts field and editor, which writes
  // in it once it is there: until then people do. From here on it cites by id: what is kept of it means the same when numbers
  // have moved.
  useEffect(() => {
    if (!area.current) return;
    area.current.value = citedById(area.current.value, idsAtFirst.current);
    setMarkdown(area.current.value);
  }, []);
  useEffect(() => {
    if (isRich && isReady && area.current) area.current.value = markdown;
  });

  const showPlain = useCallback(() => setPlain(true), []);
  const onReady = useCallback((takeOver: (typed: string) => void) => {
    const { current } = area;
    if (current && document.activeElement === current) takeOver(citedById(current.value, idsAtFirst.current));
    setReady(true);
  }, []);

  function switchPlain() {
    if (!isPlain) {
      write(citedByNumber(markdown, ids));
      setNumbered(ids);
    }
    setReady(false);
    setPlain(!isPlain);
  }

  function write(next: string) {
    setMarkdown(next);
    if (!area.current) return;
    area.current.value = next;
    area.current.dispatchEvent(new Event("input", { bubbles: true }));
  }

  const hint =
    "Each sentence with a name, number, date or quote, or by which somebody says something, cites evidence or is marked background.";
  const coming = <WriteUpComing markdown={citedById(markdown, ids)} citable={citable} isSlow={isSlow} />;
  return (
    <div>
      <div className="mb-1 flex flex-wrap items-baseline gap-x-2">
        <label
          id={`${field.id}-label`}
          htmlFor={field.id}
          className="mr-auto scroll-mt-16 font-medium whitespace-nowrap"
        >
          Write-up
        </label>
        {hasScripts ? (
          <span className="flex flex-wrap items-baseline gap-x-5">
            <CopyButton
              text={citedByNumber(markdown, ids)}
              otherwise="Choose “Write as Markdown” and copy it there."
            >
              Copy as Markdown
            </CopyButton>
            <button type="button" onClick={switchPlain} className="button button-small button-quiet">
              {isPlain ? "Write with buttons" : "Write as Markdown"}
            </button>
          </span>
        ) : null}
      </div>
      <FieldName name={name} label="Write-up" />
      <p id={`${field.id}-hint`} className="mb-1 text-sm text-ink-3">
        {hint}
        {isRich
          ? " Choose it under Cite: its number then stands behind the sentence."
          : " Write [^1] to cite evidence 1, [^background] for what everybody knows."}
      </p>
      <input type="hidden" name="citable" value={(isPlain ? numbered : ids).join(" ")} />
      <div className="relative">
        <textarea
          ref={area}
          id={field.id}
          name={name}
          rows={12}
          defaultValue={written}
          hidden={isRich && isReady}
          onInput={(event) => setMarkdown(event.currentTarget.value)}
          onPaste={(event) => pasteClean(event, "markdown")}
          className={`control min-h-48 font-serif text-md ${isRich ? "peer absolute inset-0 z-1 opacity-0" : ""}`}
          {...describedBy(field.id, hint, field.errors)}
        />
        {isRich && !isWanted ? coming : null}
        {isRich && isWanted ? (
          <Suspense fallback={coming}>
            <WriteUpEditor
              labelId={`${field.id}-label`}
              describedBy={`${field.id}-hint`}
              markdown={citedById(markdown, ids)}
              citable={citable}
              onChange={write}
              onReady={onReady}
              onMissing={showPlain}
            />
          </Suspense>
        ) : null}
      </div>
      <FieldErrors id={field.id} errors={field.errors} />
    </div>
  );
}
