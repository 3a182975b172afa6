/** Turns off whatever feeds the stream: a microphone, or a mix. */
export function stopTracks(stream: MediaStream): void {
    for (const track of stream.getTracks()) track.stop();
}
