import { css } from "lit";

/** What every shadow root needs: box model, links, focus ring, text for screen readers only. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
    color: var(--kurs-ink);
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  a {
    /* High enough to press; within a line it takes no room. */
    padding-block: 4px;
    color: inherit;
    text-underline-offset: 0.2em;
    text-decoration-color: var(--kurs-rule);
  }
  a:hover {
    text-decoration-color: currentColor;
  }
  :focus-visible {
    outline: 2px solid var(--kurs-focus);
    outline-offset: 2px;
    border-radius: var(--kurs-radius-control);
  }
  h1:focus {
    outline: none;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: var(--kurs-text-3xl);
    line-height: 1.21;
    font-weight: 600;
    text-wrap: balance;
  }
  h2 {
    font-size: var(--kurs-text-2xl);
    line-height: 1.27;
    font-weight: 600;
  }
  h3 {
    font-size: var(--kurs-text-xl);
    line-height: 1.33;
    font-weight: 600;
  }
  .number {
    font-variant-numeric: tabular-nums lining-nums;
  }
  .quiet {
    color: var(--kurs-ink-2);
    font-size: var(--kurs-text-m);
    line-height: 1.43;
  }
  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** A surface with a hairline around it; along the top of what is read again a line runs, and what was there stays. */
export const card = css`
  /* The place of what will come, as large as that. */
  .waiting:has(*) {
    padding: var(--kurs-space-4);
    background: var(--kurs-surface);
    border: 1px solid var(--kurs-border);
    border-radius: var(--kurs-radius-card);
  }
  [aria-busy] {
    position: relative;
  }
  [aria-busy="true"]::before {
    content: "";
    position: absolute;
    z-index: 1;
    inset: 0 0 auto;
    height: 2px;
    background: linear-gradient(90deg, transparent, var(--kurs-focus) 50%, transparent) 0 0 / 200%
      100%;
    /* What comes at once needs no line. */
    animation:
      appear 1ms 200ms both,
      run 1.2s linear infinite;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  @keyframes run {
    from {
      background-position: 200% 0;
    }
    to {
      background-position: 0 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    [aria-busy="true"]::before {
      background: var(--kurs-focus);
      animation: appear 1ms 200ms both;
    }
  }
  @media (forced-colors: active) {
    [aria-busy="true"]::before {
      background: Highlight;
    }
  }
  @media print {
    [aria-busy="true"]::before {
      display: none;
    }
  }
  .card {
    background: var(--kurs-surface);
    border: 1px solid var(--kurs-border);
    border-radius: var(--kurs-radius-card);
    padding: var(--kurs-space-4);
  }
`;

/** A short mark beside a fact: that it is as new as it can be, or not. */
export const chip = css`
  .chip {
    padding: 0 var(--kurs-space-2);
    border-radius: var(--kurs-radius-control);
    color: var(--kurs-ok);
    background: var(--kurs-ok-surface);
  }
  .chip.old {
    color: var(--kurs-warn);
    background: var(--kurs-warn-surface);
  }
`;
