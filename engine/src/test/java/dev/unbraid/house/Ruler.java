package dev.unbraid.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import dev.unbraid.house.SourceFile.Measured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import javax.lang.model.element.Modifier;

/// Walks one parsed file and measures it.
///
/// A method counts from its first modifier or annotation to its closing brace; its doc comment does not count. A
/// lambda that fills a field counts as its class does, by file.
final class Ruler extends TreeScanner<Void, String> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Measured> found = new ArrayList<>();
    private final List<String> lifted = new ArrayList<>();
    /// The components of the records that are being walked, the outermost first; -1 for another type. A record's own
    /// constructor takes them all: they have a budget of their own.
    private final List<Long> canonical = new ArrayList<>();

    Ruler(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    List<Measured> measure() {
        for (Tree type : unit.getTypeDecls()) {
            if (type instanceof ClassTree top) {
                collectExceptions(top);
            }
        }
        note(HouseRule.FILE_LINES, "file", fileLines());
        lifted.clear();
        scan(unit.getTypeDecls(), "");
        return found;
    }

    @Override
    public Void visitClass(ClassTree type, String outer) {
        int before = lifted.size();
        collectExceptions(type);
        var name = outer + type.getSimpleName();
        if (type.getKind() == Tree.Kind.RECORD) {
            note(HouseRule.RECORD_COMPONENTS, "record " + name, components(type));
        }
        for (Tree member : type.getMembers()) {
            if (member instanceof BlockTree initialiser) {
                note(HouseRule.METHOD_LINES, name + " initialiser", lines(initialiser));
            }
        }
        canonical.add(type.getKind() == Tree.Kind.RECORD ? components(type) : -1L);
        super.visitClass(type, name + ".");
        canonical.removeLast();
        lifted.subList(before, lifted.size()).clear();
        return null;
    }

    @Override
    public Void visitMethod(MethodTree method, String type) {
        note(HouseRule.METHOD_LINES, type + method.getName(), lines(method));
        boolean takesComponents = canonical.getLast() == method.getParameters().size();
        if (method.getReturnType() == null && !takesComponents) {
            note(HouseRule.CONSTRUCTOR_PARAMETERS, type + method.getName(), method.getParameters().size());
        }
        return super.visitMethod(method, type);
    }

    // In a record every field that is not static is a component.
    private static long components(ClassTree type) {
        return type.getMembers().stream()
                .filter(it -> it instanceof VariableTree field
                        && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .count();
    }

    private void collectExceptions(ClassTree type) {
        for (AnnotationTree annotation : type.getModifiers().getAnnotations()) {
            if (annotation.getAnnotationType().toString().endsWith("RuleException")) {
                annotation.getArguments().forEach(it -> {
                    if (it instanceof AssignmentTree set && set.getVariable().toString().equals("rule")
                            && set.getExpression() instanceof LiteralTree rule) {
                        lifted.add((String) rule.getValue());
                    }
                });
            }
        }
    }

    private void note(HouseRule rule, String what, long size) {
        found.add(new Measured(rule, what, size, lifted.contains(rule.toString())));
    }

    private long lines(Tree tree) {
        var map = unit.getLineMap();
        return map.getLineNumber(positions.getEndPosition(unit, tree))
                - map.getLineNumber(positions.getStartPosition(unit, tree)) + 1;
    }

    private long fileLines() {
        try {
            return unit.getSourceFile().getCharContent(true).toString().lines().count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
