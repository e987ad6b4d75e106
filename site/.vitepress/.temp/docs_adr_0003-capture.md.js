import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"3. parCatch is par of captures","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0003-capture.md","filePath":"docs/adr/0003-capture.md"}');
const _sfc_main = { name: "docs/adr/0003-capture.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_3-parcatch-is-par-of-captures" tabindex="-1">3. parCatch is par of captures <a class="header-anchor" href="#_3-parcatch-is-par-of-captures" aria-label="Permalink to &quot;3. parCatch is par of captures&quot;">​</a></h1><p><strong>Context.</strong> <code>parCatch</code> and <code>mapCatch</code> swallow errors per branch and per item. As kinds of nodes of their own, each would need the same case in every reader twice, and a third would come with the first combinator that captures elsewhere.</p><p><strong>Decision.</strong> One node, <code>Capture</code>: an error of its body becomes the output <code>{ Error, Cause }</code>. <code>parCatch(a, b)</code> is <code>par(capture(a), capture(b))</code>, <code>mapCatch(s)</code> is <code>map(capture(s))</code>, and <code>capture</code> itself is public. <code>show</code> prints the short forms. Capturing <code>identity()</code>, which cannot fail, is <code>identity()</code>: so a <code>parCatch</code> of branches that cannot fail <em>is</em> a <code>par</code>.</p><p>In ASL a capture has two renderings. A Task, Parallel or Map carries the <code>Catch</code> itself, to a Pass <code>&lt;name&gt;_failed</code>. Anything else is wrapped in a Parallel of one branch that carries it, with the output unwrapped (<code>$[0]</code>), so that whatever AWS lets anyone catch is caught. <code>States.Runtime</code> is terminal on AWS, and in <code>run</code>.</p><p><strong>Given up.</strong> A <code>ParCatch</code> tag for readers to match on; a <code>Par</code> whose branches are all captures is one.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0003-capture.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0003Capture = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0003Capture as default
};
