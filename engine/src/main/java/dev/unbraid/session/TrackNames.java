package dev.unbraid.session;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/// The names that one run has given away, so that two inputs of the same name do not meet in one file.
public final class TrackNames {
    private final Given given;
    private final Optional<Object> claimant;

    /// Of each claimant; equal ones are still two. Guarded by itself.
    private record Given(IdentityHashMap<Object, List<Path>> claims, Set<String> taken) {}

    public TrackNames() {
        this(new Given(new IdentityHashMap<>(), new HashSet<>()), Optional.empty());
    }

    private TrackNames(Given given, Optional<Object> claimant) {
        this.given = given;
        this.claimant = claimant;
    }

    /// The same names, but whatever request asks for some gets those of this claimant.
    TrackNames inTheNameOf(Object other) {
        return new TrackNames(given, Optional.of(other));
    }

    /// As [#claim(IntFunction)], but a request that is tried again gets the same paths again.
    List<Path> claim(SeparateRequest request, IntFunction<List<Path>> names) {
        return claimOnce(claimant.orElse(request), names);
    }

    /// As [#claim(IntFunction)], but the same claimant gets the same paths again.
    List<Path> claimOnce(Object who, IntFunction<List<Path>> names) {
        synchronized (given) {
            return given.claims.computeIfAbsent(who, _ -> claim(names));
        }
    }

    /// @param names the paths of one input as its n-th namesake
    /// @return the paths of the first n of which none is taken; they are now
    List<Path> claim(IntFunction<List<Path>> names) {
        synchronized (given) {
            for (int copy = 1; ; copy++) {
                List<Path> wanted = names.apply(copy);
                if (wanted.stream().map(TrackNames::folded).noneMatch(given.taken::contains)) {
                    wanted.stream().map(TrackNames::folded).forEach(given.taken::add);
                    return wanted;
                }
            }
        }
    }

    /// Some file systems take two cases, or two spellings of an umlaut, for one name.
    private static String folded(Path path) {
        return Normalizer.normalize(path.toString(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
