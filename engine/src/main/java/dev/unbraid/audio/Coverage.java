package dev.unbraid.audio;

import java.util.ArrayList;
import java.util.List;

/// Which frames of a sound are there: stretches in order that neither touch nor overlap.
public record Coverage(List<FrameRange> ranges) {
    public static final Coverage NONE = new Coverage(List.of());

    public Coverage {
        ranges = List.copyOf(ranges);
        for (int i = 1; i < ranges.size(); i++) {
            if (ranges.get(i).start() <= ranges.get(i - 1).end()) {
                throw new IllegalArgumentException("stretches meet: " + ranges);
            }
        }
    }

    public static Coverage of(FrameRange range) {
        return range.length() == 0 ? NONE : new Coverage(List.of(range));
    }

    /// This, and `range` too.
    public Coverage with(FrameRange range) {
        if (range.length() == 0) {
            return this;
        }
        List<FrameRange> joined = new ArrayList<>();
        FrameRange growing = range;
        for (FrameRange known : ranges) {
            if (known.end() < growing.start()) {
                joined.add(known);
            } else if (known.start() > growing.end()) {
                joined.add(growing);
                growing = known;
            } else {
                growing = new FrameRange(Math.min(known.start(), growing.start()), Math.max(known.end(), growing.end()));
            }
        }
        joined.add(growing);
        return new Coverage(joined);
    }

    /// What is in both.
    public Coverage and(Coverage other) {
        List<FrameRange> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < ranges.size() && j < other.ranges.size()) {
            FrameRange ours = ranges.get(i);
            FrameRange theirs = other.ranges.get(j);
            long start = Math.max(ours.start(), theirs.start());
            long end = Math.min(ours.end(), theirs.end());
            if (start < end) {
                common.add(new FrameRange(start, end));
            }
            if (ours.end() < theirs.end()) {
                i++;
            } else {
                j++;
            }
        }
        return new Coverage(common);
    }

    /// What is here and not in `other`.
    public Coverage minus(Coverage other) {
        List<FrameRange> left = new ArrayList<>();
        for (FrameRange range : ranges) {
            long at = range.start();
            for (FrameRange taken : other.ranges) {
                if (taken.end() > at && taken.start() < range.end()) {
                    if (taken.start() > at) {
                        left.add(new FrameRange(at, taken.start()));
                    }
                    at = taken.end();
                }
            }
            if (at < range.end()) {
                left.add(new FrameRange(at, range.end()));
            }
        }
        return new Coverage(left);
    }

    public boolean holds(FrameRange range) {
        return range.length() == 0 || endFrom(range.start()) >= range.end();
    }

    /// @return where the stretch that holds `frame` ends, or `frame` if none does
    public long endFrom(long frame) {
        for (int i = 0; i < ranges.size(); i++) {
            FrameRange range = ranges.get(i);
            if (range.start() <= frame && frame < range.end()) {
                return range.end();
            }
        }
        return frame;
    }

    /// @return where the next stretch after `frame` begins; `Long.MAX_VALUE` if there is none
    public long nextAfter(long frame) {
        for (int i = 0; i < ranges.size(); i++) {
            if (ranges.get(i).start() > frame) {
                return ranges.get(i).start();
            }
        }
        return Long.MAX_VALUE;
    }

    /// @return one past the last frame, 0 if there is none
    public long end() {
        return ranges.isEmpty() ? 0 : ranges.getLast().end();
    }

    public long frames() {
        return ranges.stream().mapToLong(FrameRange::length).sum();
    }
}
