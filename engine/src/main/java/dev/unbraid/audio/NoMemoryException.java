package dev.unbraid.audio;

/// Where the work is done has too little free memory for it. The message is a sentence for the user.
///
/// Unchecked, because any native call can meet it.
public abstract class NoMemoryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    protected NoMemoryException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
