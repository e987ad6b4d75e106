import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"170. One engine","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0170-one-engine.md","filePath":"docs/adr/0170-one-engine.md"}');
const _sfc_main = { name: "docs/adr/0170-one-engine.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_170-one-engine" tabindex="-1">170. One engine <a class="header-anchor" href="#_170-one-engine" aria-label="Permalink to &quot;170. One engine&quot;">​</a></h1><p><strong>Context.</strong> <code>run</code> interpreted the graph, <code>execute</code> the definition: two clocks, two histories, and two evaluators of expressions for each query language. They disagreed. A graph that <code>emit</code> refuses ran; a payload over AWS&#39;s limit passed; a text reached a function as it was, where <code>lambda:invoke</code> parses it. And half of what a workflow can say <code>run</code> could not do: S3, batches, tolerated failures, text of a query language, Express, tokens. A green test was followed by a deployment that behaved otherwise.</p><p><strong>Decision.</strong> <em>A workflow is run by executing its emitted definition.</em> <code>run(workflow, input, options)</code> is in <code>@orkestra/asl/execute</code>; its tasks are bound by their own names, its result has the workflow&#39;s types, and whatever <code>execute</code> can do, it can. What cannot be deployed cannot be run. <code>emission</code> (internal to asl) says which state does which task&#39;s work; functions are named so that any name of a task is found again.</p><p><em>Core is the algebra.</em> It has no clock, no chance, no engine and nothing of Node, and runs in a browser (<code>core/test/browser.test.ts</code>).</p><p><em>What a graph means is test code.</em> <code>conformance/meaning</code> is a definitional interpreter: values only, no time, read in ten minutes. Random graphs over every node hold what is executed to it, in both languages: status, output, error, cause, and what was asked of functions and services. Where siblings fail in different ways it says that this is a race, and has no more to say.</p><p><em>A workflow is made ready once.</em> A graph never changes, so its plan is kept in a <code>WeakMap</code>, by query language and type.</p><p><em>A failure stops its siblings at once</em>, those that wait and those that have not begun. Nothing of theirs starts after it.</p><p><strong>Given up.</strong> A run that starts without emitting: the first of a workflow takes up to three times as long as before, each later one half as long or less. A test that only wants <code>run</code> loads JSONata. <code>execute</code> takes no graph any more.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0170-one-engine.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0170OneEngine = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0170OneEngine as default
};
