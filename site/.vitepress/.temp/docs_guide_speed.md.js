import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Where the time of an execution goes","description":"","frontmatter":{},"headers":[],"relativePath":"docs/guide/speed.md","filePath":"docs/guide/speed.md"}');
const _sfc_main = { name: "docs/guide/speed.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="where-the-time-of-an-execution-goes" tabindex="-1">Where the time of an execution goes <a class="header-anchor" href="#where-the-time-of-an-execution-goes" aria-label="Permalink to &quot;Where the time of an execution goes&quot;">​</a></h1><p>A chain of 1,000 tasks, each of whose handlers hashes a text, with a history: processor time of Node.js 20 on two shared cores, so only the ratios say much. <code>node --expose-gc bench/execute.mjs</code> measures them on your machine, beside aws-local-stepfunctions.</p><table tabindex="0"><thead><tr><th></th><th>µs a state</th><th>against plain awaits</th></tr></thead><tbody><tr><td>the handlers alone, awaited in a loop</td><td>2.8</td><td>1x</td></tr><tr><td><code>prepare(definition)</code>, without a history</td><td>7.2</td><td>2.6x</td></tr><tr><td>the same, with a history</td><td>13.2</td><td>4.7x</td></tr></tbody></table><p>Of the last row, by <code>node --cpu-prof</code>:</p><table tabindex="0"><thead><tr><th>share</th><th>where</th><th>what it does</th></tr></thead><tbody><tr><td>25 %</td><td><code>node:</code></td><td>the handler&#39;s own hash</td></tr><tr><td>17 %</td><td>garbage collector</td><td>five events a task, kept until the end</td></tr><tr><td>14 %</td><td><code>execute/thread.ts</code></td><td>goes from state to state, counts, writes down what is entered and left</td></tr><tr><td>12 %</td><td><code>execute/states/task.ts</code></td><td>looks up the stand-in, calls it, makes a failure of what it throws</td></tr><tr><td>11 %</td><td>other</td><td>the program that measures</td></tr><tr><td>10 %</td><td><code>execute/payload.ts</code></td><td>copies what the handler is given and what it answers, and measures it on the way</td></tr><tr><td>8 %</td><td><code>execute/task/events.ts</code></td><td>the events of the task</td></tr><tr><td>3 %</td><td>the rest of <code>execute</code></td><td>paths, plan, clock</td></tr></tbody></table><p>What this says about a test suite:</p><ul><li><code>prepare</code> a definition that runs many times. Reading one takes longer than running it.</li><li><code>history: false</code> halves the cost of a state, and needs hardly any memory. Leave it on where the test looks at the history.</li><li>A payload that no state changes costs nothing per state, whatever its size: it is measured once. One that a handler returns costs about 1.6 times its <code>JSON.stringify</code>, and half of that again for the handler&#39;s own copy.</li><li>JSONata costs some microseconds per expression. <code>$states.input.a.b</code> and <code>$variable.a</code> are read without its library.</li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/guide/speed.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const speed = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  speed as default
};
