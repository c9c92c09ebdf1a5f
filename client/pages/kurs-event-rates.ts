import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Event as DatedEvent } from "../../server/contract/event.ts";
import type { Observation, Observations } from "../../server/contract/observation.ts";
import { addDays } from "../../server/contract/period.ts";
import { toPoints } from "../chart/gaps.ts";
import { KursElement } from "../components/kurs-element.ts";
import { formatChange } from "../format/change.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { base } from "../styles/base.styles.ts";
import { dollar } from "./central-asia.ts";
import { KeptTask } from "./kept-task.ts";
import { failureOf } from "./kurs-page.ts";
import { asRate, rateText } from "./rate-text.ts";
import { currencyOfEvent, daysAround, ratesAcross, readEventRates } from "./read-event-rates.ts";
import "../components/kurs-change.ts";
import "../components/kurs-problem.ts";
import "../components/kurs-sparkline.ts";

/** The rate of an event's currency around it, small. It is asked for when it comes into view; where there is none it says so. */
@customElement("kurs-event-rates")
export class KursEventRates extends KursElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        container-type: inline-size;
        min-height: 2.75rem;
      }
      a {
        display: grid;
        grid-template-columns: 10rem 1fr;
        gap: var(--kurs-space-1) var(--kurs-space-4);
        align-items: center;
        text-decoration: none;
      }
      a:hover .pair {
        text-decoration: underline;
      }
      @container (max-width: 479px) {
        a {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  @property({ attribute: false }) event: DatedEvent | null = null;
  /** The address of the pair's page. */
  @property() href = "";
  @state() private seen = false;
  #observer: IntersectionObserver | null = null;

  readonly #rates = new KeptTask(this, {
    args: () => [this.seen, this.event] as const,
    task: async ([seen, event], { signal }) => {
      const currency = event && currencyOfEvent(event.countries);
      if (!seen || !event || !currency) return undefined;
      return { currency, answer: await readEventRates(currency, event, signal) };
    },
  });

  override connectedCallback() {
    super.connectedCallback();
    this.#observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.seen = true;
    });
    this.#observer.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  override render() {
    const { event, texts } = this;
    const { kept: read, error } = this.#rates;
    if (error !== undefined && !read)
      return html`<kurs-problem
        .texts=${texts}
        .failure=${failureOf(error)}
        @kurs-retry=${() => this.#rates.run()}
      ></kurs-problem>`;
    if (!event || !read) return nothing;
    const { currency, answer } = read;
    if (!answer || answer.observations.length === 0)
      return html`<p class="quiet">${texts["events.noRates"]}</p>`;
    return this.#renderRates(event, currency, answer);
  }

  #renderRates({ start, end }: DatedEvent, currency: string, answer: Observations) {
    const span = [
      Date.parse(addDays(start, -daysAround)),
      Date.parse(addDays(end ?? start, daysAround)),
    ];
    return html`<a href=${this.href}>
      <kurs-sparkline
        .code=${currency}
        .points=${toPoints(answer.observations, answer.frequency)}
        .span=${span}
        .mark=${Date.parse(start)}
      ></kurs-sparkline>
      <span class="quiet number">
        <span class="pair">${dollar}/${currency}</span>, ${this.texts["events.around"]}
        ${this.#renderAcross(answer, start)}
      </span>
    </a>`;
  }

  #renderAcross(answer: Observations, day: string) {
    const across = ratesAcross(answer, day);
    if (!across) return nothing;
    const { before, after } = across;
    const told = (observation: Observation) => ({
      rate: rateText(asRate(observation, answer), this.locale).text,
      date: describePeriod(observation.period, this.locale, "short"),
    });
    const [first, second] = [told(before), told(after)];
    return html`<br />${fillText(this.texts["events.across"], {
        before: first.rate,
        beforeDate: first.date,
        after: second.rate,
        afterDate: second.date,
      })}
      <kurs-change
        .texts=${this.texts}
        .change=${formatChange(before.value, after.value, this.locale)}
      ></kurs-change>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-event-rates": KursEventRates;
  }
}
