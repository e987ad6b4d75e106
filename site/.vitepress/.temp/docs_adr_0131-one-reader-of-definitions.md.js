import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"131. One reader of definitions","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0131-one-reader-of-definitions.md","filePath":"docs/adr/0131-one-reader-of-definitions.md"}');
const _sfc_main = { name: "docs/adr/0131-one-reader-of-definitions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_131-one-reader-of-definitions" tabindex="-1">131. One reader of definitions <a class="header-anchor" href="#_131-one-reader-of-definitions" aria-label="Permalink to &quot;131. One reader of definitions&quot;">​</a></h1><p><strong>Context.</strong> Definitions stand in eight kinds of files. Each command read some of them in its own way: <code>validate</code> a template, <code>run</code> JSON alone, <code>policy</code> YAML without placeholders. What one could read, another refused, and what none of them found passed as checked.</p><p><strong>Decision.</strong> <code>files/</code> reads, and all commands, the local server and users&#39; code ask it: <code>readDefinitions(file)</code> gives every definition that a file holds or leads to, as JSON has it, with its place, its placeholders, what fills them, and its issues. It has an entry of its own, so that who only emits loads no YAML.</p><ul><li>A file becomes a <code>Document</code> (value, positions, which placeholders are bare), whatever its format; a file per kind of holder then finds the definitions in it (<code>cloudFormation.ts</code>, <code>serverless.ts</code>, <code>exported.ts</code>). <code>Found</code> is what they have in common.</li><li>Intrinsic functions become placeholders, as CloudFormation&#39;s own resource provider makes them, so that every reader of ASL sees texts.</li><li><em>Bare</em> placeholders are known by their JSON pointers. With these, <code>diagnose</code> tells <code>\${wait}</code> from <code>&quot;\${wait}&quot;</code>; without, a placeholder in a value may be anything, for a value does not say how its text was written.</li><li>A text that is no JSON is read once more as a template: quotes inside <code>\${…}</code>, directives, comments. What is JSON is never read so, for there <code>&quot;\${&quot;</code> is a text.</li><li>Aliases are counted before they are followed; a definition of 1 MiB has fewer than 500,000 values.</li><li>What only the deployment knows is an entry with <code>unread</code>, not an issue: it is no mistake. But it is never counted as checked.</li></ul><p><strong>Given up.</strong> HCL: a definition inside <code>.tf</code> (<code>jsonencode</code>, heredocs) is read when Terraform has written it, not before. <code>%{ for }</code> is read once, <code>%{ if }</code> by its first branch. Nested stacks are files of their own.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0131-one-reader-of-definitions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0131OneReaderOfDefinitions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0131OneReaderOfDefinitions as default
};
