import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"What emit refuses","description":"","frontmatter":{},"headers":[],"relativePath":"docs/emit-errors.md","filePath":"docs/emit-errors.md"}');
const _sfc_main = { name: "docs/emit-errors.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="what-emit-refuses" tabindex="-1">What emit refuses <a class="header-anchor" href="#what-emit-refuses" aria-label="Permalink to &quot;What emit refuses&quot;">​</a></h1><p><code>emit</code> throws one <code>AslError</code> with all of these at once; <code>emitEither</code> gives them as data. The rules of ASL itself, which <code>diagnose</code> checks in any definition, are in <a href="./diagnostics/">diagnostics</a>.</p><table tabindex="0"><thead><tr><th>code</th><th>when</th><th>the way out</th></tr></thead><tbody><tr><td>ASL009</td><td>the definition has more than 1,048,576 bytes</td><td>split the workflow into machines that start one another; <code>limits: false</code> lifts the check</td></tr><tr><td>ASL020</td><td>a state&#39;s name has more than 80 characters</td><td><code>named(&#39;shorter&#39;, step)</code></td></tr><tr><td>ASL220</td><td>an EXPRESS machine waits for a job: a service with <code>.sync</code></td><td>emit a STANDARD machine, or call without waiting</td></tr><tr><td>ASL221</td><td>an EXPRESS machine waits for a token: <code>.waitForTaskToken</code></td><td>the same</td></tr><tr><td>ASL222</td><td>an EXPRESS machine has an activity</td><td>the same</td></tr><tr><td>ASL223</td><td>an EXPRESS machine has a distributed map</td><td><code>map</code>, or a STANDARD machine</td></tr><tr><td>ASL154</td><td>the same four in a distributed map with <code>executionType: &quot;EXPRESS&quot;</code></td><td><code>executionType: &quot;STANDARD&quot;</code></td></tr><tr><td>ASL301</td><td>two functions have the same placeholder, as names are reduced to letters and digits</td><td>rename one, or name functions by <code>functionArn</code></td></tr><tr><td>ASL302</td><td>two different handlers have the same name, and would be one function on AWS</td><td><code>compose({ name: &#39;…&#39; }, …)</code></td></tr><tr><td>ASL303</td><td>the states of a fragment are not given, as those of <code>fromChainable</code> are made by CDK</td><td>deploy it with <code>stateMachine</code>, or pass <code>fragments</code></td></tr><tr><td>ASL304</td><td>an EXPRESS machine&#39;s time-out is over 300 s</td><td>shorten it, or emit a STANDARD machine</td></tr><tr><td>ASL310</td><td>an expression that the query language has no words for, or a variable outside its scope</td><td>what the message says: mostly, compute it in a <code>pass</code> before, or emit with <code>queryLanguage: &quot;JSONata&quot;</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/emit-errors.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const emitErrors = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  emitErrors as default
};
