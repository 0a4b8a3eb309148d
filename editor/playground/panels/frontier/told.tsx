/** Below the picture: one sentence, and the numbers that it stands on. Each number tells all its digits and where it comes from. */
import type { FrontierSection } from "../../../../runtime/charts/section.ts";
import { study } from "../../state/study.ts";
import { say } from "../../words/say.ts";
import { numberFacts } from "../results/number-facts.ts";
import { certificateText } from "../results/tell-unit.ts";
import { Figure } from "./figure.tsx";
import { short, whole, withUnit } from "./figures.ts";
import { sentence, slackSentence } from "./sentence.ts";
import { UnitLink, Words } from "./unit-link.tsx";

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
  // A hull of single units has none.
  const priced = chosen.price.x !== null || chosen.price.y !== null;
  return (
    <table class="numbers amounts">
      <thead>
        <tr>
          <td />
          <th scope="col">{say("frontierHas")}</th>
          <th scope="col">{say("frontierProjection")}</th>
          {priced && <th scope="col">{say("frontierPrice")}</th>}
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
              {priced && (
                <td>
                  {price !== null && (
                    <Figure
                      text={say("frontierPer", { amount: short(price), unit: unit ?? name })}
                      told={{ [`∂${symbol}/∂${name}`]: whole(price) }}
                    />
                  )}
                </td>
              )}
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
            class="peer-bar"
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
