import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"15. Fragments","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0015-fragments.md","filePath":"docs/adr/0015-fragments.md"}');
const _sfc_main = { name: "docs/adr/0015-fragments.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_15-fragments" tabindex="-1">15. Fragments <a class="header-anchor" href="#_15-fragments" aria-label="Permalink to &quot;15. Fragments&quot;">​</a></h1><p><strong>Context.</strong> CDK has some fifty classes for tasks of services, and constructs of others add to them. Whoever has such states wants them in a typed graph, where they can be retried, caught and named like any step, and tested without CDK.</p><p><strong>Decision.</strong> A task&#39;s target may be a <em>fragment</em>: states that whoever deploys the graph makes. In <code>core</code> it is no more than its kind and a name; the function that makes the states rides along under a symbol, as a handler&#39;s own does, and <code>core</code> and <code>asl</code> never see it. <code>emit</code> takes the states by the task&#39;s name and puts them into a Parallel of one branch with its output unwrapped: one state to guard, whatever is inside. Their names are kept where they are free and numbered where they are not, so a fragment may stand in many places. Without the states <code>emit</code> refuses (ASL303).</p><p>The adapter renders the chain with CDK&#39;s own <code>StateGraph</code>, takes the policy statements from there, and derives the rest of the role from a definition in which a stub stands for the fragment: what CDK says of its own states is not said twice.</p><p><strong>Given up.</strong> Fragments in Terraform, CloudFormation and SAM. Numbers and lists that only deployment knows: a substitution is a text. One state more, also for a fragment of a single state.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0015-fragments.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0015Fragments = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0015Fragments as default
};
