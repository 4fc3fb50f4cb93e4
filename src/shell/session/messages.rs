//! What the tabs tell each other about the session.

use crate::platform::tabs::TabChannel;

/// The name of the channel.
const CHANNEL: &str = "session";
const BEGUN: &str = "begun";
const OVER: &str = "over";

/// A message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Message {
    /// A user has signed in.
    Begun,
    /// The user has signed out.
    Over,
}

impl Message {
    /// Anything unknown, as another version of the site may send, makes a tab look at the session.
    fn parse(text: &str) -> Self {
        if text == OVER { Self::Over } else { Self::Begun }
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Begun => BEGUN,
            Self::Over => OVER,
        }
    }
}

/// The channel.
#[derive(Clone, Copy)]
pub(super) struct Messages(TabChannel);

impl Messages {
    pub(super) fn join() -> Self {
        Self(TabChannel::join(CHANNEL))
    }

    /// Runs `act` with each message of the other tabs.
    pub(super) fn on_message(self, act: impl Fn(Message) + 'static) {
        self.0.on_message(move |text| act(Message::parse(text)));
    }

    /// Sends a message to the other tabs.
    pub(super) fn post(self, message: Message) {
        self.0.post(message.as_str());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_parsed_as_it_was_sent() {
        for message in [Message::Begun, Message::Over] {
            assert_eq!(Message::parse(message.as_str()), message);
        }
        assert_eq!(Message::parse("something new"), Message::Begun);
    }
}
