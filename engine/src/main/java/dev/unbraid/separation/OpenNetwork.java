package dev.unbraid.separation;

import dev.unbraid.audio.AudioSpec;

import java.util.Optional;
import java.util.OptionalInt;

/// The one network of a bag that is open; opening another closes it, so that memory never holds two.
final class OpenNetwork implements AutoCloseable {
    private final ModelBag bag;
    private Optional<SegmentModel> model = Optional.empty();
    private OptionalInt member = OptionalInt.empty();

    OpenNetwork(ModelBag bag) {
        this.bag = bag;
    }

    /// Which one is open.
    OptionalInt member() {
        return member;
    }

    SegmentModel of(int wanted) throws ModelUnavailableException {
        if (model.isPresent() && member.getAsInt() == wanted) {
            return model.get();
        }
        close();
        SegmentModel opened = open(wanted);
        model = Optional.of(opened);
        member = OptionalInt.of(wanted);
        return opened;
    }

    private SegmentModel open(int wanted) throws ModelUnavailableException {
        ModelBag.Member promised = bag.members().get(wanted);
        SegmentModel opened = promised.opener().open();
        AudioSpec spec = new AudioSpec(opened.sampleRate(), opened.channels());
        if (!opened.stems().equals(bag.stems())
                || !spec.equals(bag.spec())
                || opened.segmentFrames() != promised.segmentFrames()) {
            opened.close();
            throw new IllegalStateException("%s: network %d gives %s from %s in segments of %d frames"
                    .formatted(bag.name(), wanted, opened.stems(), spec, opened.segmentFrames()));
        }
        return opened;
    }

    @Override
    public void close() {
        Optional<SegmentModel> closing = model;
        model = Optional.empty();
        member = OptionalInt.empty();
        closing.ifPresent(SegmentModel::close);
    }
}
