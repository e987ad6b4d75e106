import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"9. Guards: retry, catch, capture","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0009-guards.md","filePath":"docs/adr/0009-guards.md"}');
const _sfc_main = { name: "docs/adr/0009-guards.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_9-guards-retry-catch-capture" tabindex="-1">9. Guards: retry, catch, capture <a class="header-anchor" href="#_9-guards-retry-catch-capture" aria-label="Permalink to &quot;9. Guards: retry, catch, capture&quot;">​</a></h1><p><strong>Context.</strong> ASL puts <code>Retry</code> and <code>Catch</code> on three kinds of states. Users want them around a single task and around a whole piece of a workflow, with one meaning.</p><p><strong>Decision.</strong> <code>retry</code>, <code>catchError</code> and <code>capture</code> are nodes around a body: guards. A guard is <em>in place</em> when its body is one state that can carry it: a Task, Parallel or Map; for a catch or a capture also a retry, since one state tries again before it catches. Else a Parallel of one branch around the body carries it, with the output unwrapped (<code>$[0]</code>, <code>$states.result[0]</code>), so a piece is retried from its beginning, on its first input. <code>isInPlace</code> in <code>occurrence.ts</code> is the one place that says which it is; names, <code>emit</code>, <code>run</code>, diagrams and CDK&#39;s <code>definition</code> follow.</p><p>The first policy or handler that matches decides, as in ASL. A retried task keeps the retry of the Lambda service&#39;s transient errors: before a policy for all errors, after the others. A handler&#39;s own errors are not caught by its catch. <code>States.Runtime</code> is caught and retried by nobody.</p><p><code>fail</code> ends: nothing can come after it, and <code>seq</code> says so at once, since AWS refuses states that nothing leads to.</p><p>A run with jitter waits the whole of each delay: core has no randomness.</p><p><strong>Given up.</strong> Several retries around one another folded into one state; they are nested.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0009-guards.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0009Guards = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0009Guards as default
};
