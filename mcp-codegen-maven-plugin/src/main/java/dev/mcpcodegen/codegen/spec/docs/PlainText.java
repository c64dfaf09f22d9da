package dev.mcpcodegen.codegen.spec.docs;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Inline Markdown to one line of text: code keeps its backticks, emphasis and links lose their marks, HTML disappears. */
final class PlainText extends AbstractVisitor {

    private final StringBuilder out = new StringBuilder();

    private PlainText() {}

    /** Text of a block's content. */
    static String of(Node block) {
        return after(block.getFirstChild());
    }

    /** Text from a node to the end of its block. */
    static String after(Node first) {
        PlainText text = new PlainText();
        for (Node node = first; node != null; node = node.getNext()) {
            node.accept(text);
        }
        return VisibleText.of(text.out.toString()).replaceAll("\\s+", " ").strip();
    }

    @Override
    public void visit(Text text) {
        out.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        out.append('`').append(code.getLiteral()).append('`');
    }

    @Override
    public void visit(SoftLineBreak softLineBreak) {
        out.append(' ');
    }

    @Override
    public void visit(HardLineBreak hardLineBreak) {
        out.append(' ');
    }

    @Override
    public void visit(HtmlInline htmlInline) {
        // Markup is for the page, not for a model.
    }
}
