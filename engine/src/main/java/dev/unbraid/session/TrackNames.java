package dev.unbraid.session;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/// The names that one run has given away, so that two inputs of the same name do not meet in one file.
public final class TrackNames {
    /// Of each request; equal ones are still two.
    private final IdentityHashMap<SeparateRequest, List<Path>> claims = new IdentityHashMap<>();
    private final Set<String> taken = new HashSet<>();

    /// As [#claim(IntFunction)], but a request that is tried again gets the same paths again.
    synchronized List<Path> claim(SeparateRequest request, IntFunction<List<Path>> names) {
        return claims.computeIfAbsent(request, _ -> claim(names));
    }

    /// @param names the paths of one input as its n-th namesake
    /// @return the paths of the first n of which none is taken; they are now
    synchronized List<Path> claim(IntFunction<List<Path>> names) {
        for (int copy = 1; ; copy++) {
            List<Path> wanted = names.apply(copy);
            if (wanted.stream().map(TrackNames::folded).noneMatch(taken::contains)) {
                wanted.stream().map(TrackNames::folded).forEach(taken::add);
                return wanted;
            }
        }
    }

    /// Some file systems take two cases, or two spellings of an umlaut, for one name.
    private static String folded(Path path) {
        return Normalizer.normalize(path.toString(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
