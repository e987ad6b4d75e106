import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Decisions","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/index.md","filePath":"docs/adr/index.md"}');
const _sfc_main = { name: "docs/adr/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="decisions" tabindex="-1">Decisions <a class="header-anchor" href="#decisions" aria-label="Permalink to &quot;Decisions&quot;">​</a></h1><p>One page each: the context, what was decided, what was given up.</p><ol><li><a href="./0001-tree-as-data.html">A graph is a tree of plain data</a></li><li><a href="./0002-a-signature-per-arity.html">A signature per arity, and JSON at the leaf</a></li><li><a href="./0003-capture.html">parCatch is par of captures</a></li><li><a href="./0004-names.html">State names</a></li><li><a href="./0005-one-serializer.html">One serializer</a></li><li><a href="./0006-time-outs.html">Time-outs</a></li><li><a href="./0007-virtual-time.html">Virtual time without a timer</a></li><li><a href="./0008-from-dag.html">From dependencies to a term</a></li><li><a href="./0009-guards.html">Guards: retry, catch, capture</a></li><li><a href="./0010-the-validator.html">The validator walks by itself</a></li><li><a href="./0011-what-a-role-may-do.html">What a role may do, and what stays a placeholder</a></li><li><a href="./0012-drawings.html">Drawings</a></li><li><a href="./0013-the-command-line.html">The command line</a></li><li><a href="./0014-a-step-and-its-own-machine.html">A step and its own machine</a></li><li><a href="./0015-fragments.html">Fragments</a></li><li><a href="./0016-typed-references.html">Typed references</a></li><li><a href="./0100-references-and-javascript.html">References and JavaScript&#39;s own operators</a></li><li><a href="./0150-what-a-deployment-fills-in.html">What a deployment fills in</a></li><li><a href="./0151-definition-is-the-emitted-asl.html">CDK&#39;s chain is the emitted ASL</a></li><li><a href="./0130-libraries-of-the-command-line.html">Libraries of the command line</a></li><li><a href="./0131-one-reader-of-definitions.html">One reader of definitions</a></li><li><a href="./0120-every-call-of-aws.html">Every call of AWS: typed, checked, granted</a></li><li><a href="./0110-counted-work.html">Counted work</a></li><li><a href="./0170-one-engine.html">One engine</a></li></ol></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
