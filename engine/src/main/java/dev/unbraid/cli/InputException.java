package dev.unbraid.cli;

/// What the user gave cannot be worked on. The message is a sentence for the user.
final class InputException extends Exception {
    private static final long serialVersionUID = 1;

    InputException(String sentence) {
        super(sentence);
    }
}
