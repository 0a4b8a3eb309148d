/** Below the picture: one sentence, and the numbers that it stands on. Each number tells all its digits and where it comes from. */
import type { FrontierSection } from "../../../../runtime/charts/section.ts";
import { hideTip, showTip } from "../../charts/tip.ts";
import { study } from "../../state/study.ts";
import { view } from "../../state/view.ts";
import { say } from "../../words/say.ts";
import { numberFacts } from "../results/number-facts.ts";
import { certificateText } from "../results/tell-unit.ts";
import { short, whole, withUnit } from "./figures.ts";
import { sentence, slackSentence, unitsIn } from "./sentence.ts";

export function Told({ section }: { readonly section: FrontierSection }) {
  const { chosen, facts } = section;
  const slack = slackSentence(facts, say);
  return (
    <div class="told">
      <p class="sentence" aria-live="polite">
        <Words words={sentence(facts, say)} section={section} />
      </p>
      {slack !== "" && <p class="slack-sentence">{slack}</p>}
      {chosen.score !== null && (
        <div class="facts">
          <dl>
            <dt>{say("frontierScore")}</dt>
            <dd>
              <Figure
                text={`${section.symbol} = ${short(chosen.score)}`}
                told={scoreTold(section, chosen.score)}
                strong
              />{" "}
              {chosen.class !== null && <span class="class">{say(`frontierClass_${chosen.class}`)}</span>}
            </dd>
            {facts.peers.length > 0 && (
              <>
                <dt>{say("frontierPeers")}</dt>
                <dd>
                  <Peers section={section} />
                </dd>
              </>
            )}
          </dl>
          <Amounts section={section} />
        </div>
      )}
      <Held section={section} />
    </div>
  );
}

/** The sentence, with the names of units that light up. */
function Words({ words, section }: { readonly words: string; readonly section: FrontierSection }) {
  return (
    <>
      {unitsIn(words).map((part, i) =>
        // Names stand at odd places.
        i % 2 === 1 ? <UnitLink key={`${i} ${part}`} name={part} section={section} /> : part,
      )}
    </>
  );
}

function UnitLink({ name, section }: { readonly name: string; readonly section: FrontierSection }) {
  const unit = section.units.find((one) => one.name === name);
  if (unit === undefined) return <b>{name}</b>;
  const called = { dmu: unit.dmu, ...(unit.period === null ? {} : { period: String(unit.period) }) };
  const chosen = unit.row === section.chosen.row;
  const point = {
    onPointerEnter: () => {
      view.pointed.value = called;
    },
    onPointerLeave: () => {
      view.pointed.value = null;
    },
  };
  if (chosen || unit.row === null) return <b {...point}>{name}</b>;
  return (
    <button
      type="button"
      class="unit-link"
      {...point}
      onClick={() => {
        view.chosen.value = called;
      }}
    >
      {name}
    </button>
  );
}

/** A number that tells more when it is pointed at or reached by keys. */
function Figure({
  text,
  told,
  strong = false,
}: {
  readonly text: string;
  readonly told: Readonly<Record<string, string>>;
  readonly strong?: boolean;
}) {
  const show = (event: Event) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    showTip(new MouseEvent("mousemove", { clientX: box.left, clientY: box.bottom - 6 }), told);
  };
  const all = Object.entries(told).map(([name, value]) => `${name} ${value}`);
  return (
    <button
      type="button"
      class={strong ? "figure strong" : "figure"}
      aria-label={`${text}. ${all.join(", ")}`}
      onPointerEnter={show}
      onPointerLeave={hideTip}
      onFocus={show}
      onBlur={hideTip}
    >
      {text}
    </button>
  );
}

function scoreTold(section: FrontierSection, score: number): Record<string, string> {
  const { chosen } = section;
  const name = { dmu: chosen.dmu, ...(chosen.period === null ? {} : { period: String(chosen.period) }) };
  const certificate = numberFacts(study.outcome.value?.tables ?? [], section.measure, name).certificate;
  return {
    [section.symbol]: whole(score),
    [say("frontierProgram")]: `${section.measure} = ${section.fn}(${section.technology})`,
    [say("frontierCertificate")]:
      certificate === null || !study.fresh.value
        ? say(chosen.certified ? "frontierCertified" : "frontierUncertified")
        : certificateText(certificate),
  };
}

/** Where the unit is, where it comes to, and its shadow prices, for both axes. */
function Amounts({ section }: { readonly section: FrontierSection }) {
  const { chosen, symbol } = section;
  return (
    <table class="numbers amounts">
      <thead>
        <tr>
          <td />
          <th scope="col">{say("frontierHas")}</th>
          <th scope="col">{say("frontierProjection")}</th>
          <th scope="col">{say("frontierPrice")}</th>
        </tr>
      </thead>
      <tbody>
        {(["x", "y"] as const).map((which) => {
          const { name, role, unit } = section[which];
          const [from, to, price] = [chosen[which], chosen.projection?.[which], chosen.price[which]];
          const target = chosen.target?.[which];
          const amount = (value: number) => withUnit(whole(value), unit);
          return (
            <tr key={which}>
              <th scope="row" class={`of-${role}`}>
                {name}
              </th>
              <td>
                <Figure text={withUnit(short(from), unit)} told={{ [say("frontierHas")]: amount(from) }} />
              </td>
              <td>
                {to !== undefined && (
                  <Figure
                    text={withUnit(short(to), unit)}
                    told={{
                      [say("frontierProjection")]: amount(to),
                      ...(target === undefined ? {} : { [say("frontierTarget")]: amount(target) }),
                    }}
                  />
                )}
              </td>
              <td>
                {price !== null && (
                  <Figure
                    text={say("frontierPer", { amount: short(price), unit: unit ?? name })}
                    told={{ [`∂${symbol}/∂${name}`]: whole(price) }}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Peers({ section }: { readonly section: FrontierSection }) {
  const { peers } = section.facts;
  const greatest = Math.max(...peers.map(({ weight, abated, emitting }) => weight + abated + emitting));
  return (
    <ul class="peers">
      {peers.map(({ name, weight, abated, emitting }) => (
        <li key={name}>
          <UnitLink name={name} section={section} />{" "}
          <Figure
            text={short(weight + abated > 0 ? weight + abated : emitting)}
            told={{
              [say("frontierWeight")]: whole(weight),
              ...(abated > 0 ? { [say("frontierAbatedPart")]: whole(abated) } : {}),
              ...(emitting > 0 ? { [say("frontierEmittingPart")]: whole(emitting) } : {}),
            }}
          />
          <span
            class="bar"
            aria-hidden="true"
            style={{ inlineSize: `${(3 * (weight + abated + emitting)) / greatest}rem` }}
          />
        </li>
      ))}
    </ul>
  );
}

/** At which amounts of the other variables the section is taken, and what that means for the picture. */
function Held({ section }: { readonly section: FrontierSection }) {
  const { held, chosen, scaledBy } = section;
  const amounts = held.map(({ name, amount, unit }) => `${name} ${withUnit(short(amount), unit)}`);
  const moving = held.filter(({ moves }) => moves).map(({ name }) => name);
  const scaled = section.units.some(({ factor }) => Math.abs(factor - 1) > 1e-9);
  const told = [
    ...(amounts.length === 0
      ? []
      : [
          say(scaledBy === null ? "frontierHeld" : "frontierHeldScaled", {
            amounts: amounts.join(say("frontierCommaNames")),
          }),
        ]),
    ...(section.area.length > 1 ? [] : [say("frontierNothing")]),
    ...(scaled ? [say("frontierScaled", { variable: scaledBy!, unit: chosen.name })] : []),
    ...(!chosen.inPlane && chosen.projection !== null && moving.length > 0
      ? [say("frontierElsewhere", { variables: moving.join(say("frontierCommaNames")) })]
      : []),
  ];
  return told.length === 0 ? null : <p class="muted small">{told.join(" ")}</p>;
}
