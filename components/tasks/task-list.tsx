import Link from "next/link";
import { ClaimName } from "@/components/claims/claim-name";
import type { TaskDto } from "@/lib/tasks/dto";
import { places } from "@/components/layout/places";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { OneAtATime } from "@/components/ui/one-at-a-time";
import { TimeAgo } from "@/components/ui/time-ago";
import { doneTaskWords, endedTaskWords, taskKindWords } from "./task-words";

type Props = { tasks: TaskDto[]; finish?: FormAction; now?: string };

/** What is to do: about which claim and source, who was told, and a way to say that it is done. */
export function TaskList({ tasks, finish, now }: Props) {
  return (
    <ul className="border-b [&>li:first-child]:border-t-0">
      {tasks.map((task) => (
        <li key={task.id} id={`task-${task.id}`} className="grid gap-1 border-t py-3">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <strong className={task.done ? "font-medium text-ink-2" : "font-semibold"}>
              {titleOf(task)}
            </strong>
            <span className="ml-auto text-sm text-ink-3">
              {task.dueAt ? (
                <>
                  was due <TimeAgo at={task.dueAt} now={now} />
                </>
              ) : (
                <TimeAgo at={task.createdAt} now={now} />
              )}
            </span>
          </p>
          {task.claim ? <ClaimName id={task.claim.id} text={task.claim.text} /> : null}
          <p className={task.done ? "text-sm wrap-anywhere text-ink-3" : "wrap-anywhere text-ink-2"}>
            {task.done ? (
              <>
                What it asked: <q dir="auto">{task.text}</q>
              </>
            ) : (
              task.text
            )}
          </p>
          <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {task.preparedId ? (
              <Link href={places.preparedNotice(task.preparedId)} className="inline-block py-0.5 font-medium">
                The notice that was prepared
              </Link>
            ) : null}
            {task.article ? (
              <Link href={articleHref(task)} className="inline-block py-0.5">
                Source: {task.article.name}
              </Link>
            ) : null}
            {task.told.length > 0 ? (
              <span className="py-0.5 text-ink-3">Told: {task.told.join(", ")}</span>
            ) : null}
          </p>
          {task.done ? <Done done={task.done} now={now} /> : <Finish task={task} finish={finish} />}
        </li>
      ))}
    </ul>
  );
}

function titleOf({ kind, done }: TaskDto): string {
  if (!done) return taskKindWords[kind];
  return done.by ? doneTaskWords[kind] : endedTaskWords[kind];
}

function articleHref({ article, kind }: TaskDto): string {
  if (!article) return places.articles;
  return kind === "re-check" ? places.dependants(article.id) : `${places.article(article.id)}#watch`;
}

function Done({ done, now }: { done: NonNullable<TaskDto["done"]>; now?: string }) {
  return (
    <p className="text-sm text-ink-3">
      {done.by ? `Done by ${done.by}` : "Ended by itself"}, <TimeAgo at={done.at} now={now} />
      {done.note ? `: ${done.note}` : null}
    </p>
  );
}

function Finish({ task, finish }: { task: TaskDto; finish?: FormAction }) {
  if (task.kind === "shelf-life" && task.claim)
    return (
      <p className="text-sm">
        <Link href={`${places.due}#due-${task.claim.id}`} className="inline-block py-0.5">
          Note what came of it
        </Link>
      </p>
    );
  if (!finish) return null;
  return (
    <OneAtATime>
      <Disclosure summary="It is done">
        <Form
          action={finish}
          id={`finish-${task.id}`}
          done="closed"
          shownAt="the tasks"
          keep={`task:${task.id}`}
          className="grid max-w-xl gap-3"
          label={`Close the task: ${taskKindWords[task.kind]}`}
        >
          <input type="hidden" name="taskId" value={task.id} />
          <TextField
            name="note"
            label="What came of it"
            hint="For the desk; readers do not see it."
            optional
          />
          <div>
            <SubmitButton look="plain" small busy="Closing…">
              Close the task
            </SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </OneAtATime>
  );
}
