package dev.unbraid.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import javax.tools.ToolProvider;

/// What the compiler's own parser sees in one source file; the counting of lines is thus exact.
record SourceFile(Path path, List<Measured> found) {
    SourceFile {
        found = List.copyOf(found);
    }

    /// The sizes that `rule` budgets, less those that an exception lifts.
    List<Measure> measures(HouseRule rule) {
        return found.stream().filter(it -> it.rule() == rule && !it.lifted())
                .map(it -> new Measure(path, it.what(), it.size())).toList();
    }

    static SourceFile parse(Path path) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjects(path));
            CompilationUnitTree unit = task.parse().iterator().next();
            var ruler = new Ruler(unit, Trees.instance(task).getSourcePositions());
            return new SourceFile(path, ruler.measure());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One size under one budget; lifted if an enclosing class carries the exception.
    record Measured(HouseRule rule, String what, long size, boolean lifted) {}
}
