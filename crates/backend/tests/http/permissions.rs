//! Who may do what about whom: every user, operation and citizen, as one table.

use letasyl_contract::{
    CreateDynamicTextDto, CreateText, DeleteText, GetAllGroups, GetIntegrationslovsdata, GetIntegrationslovsdataPdf,
    GetText, GetTexts, OverfoerLetAsylIntegrationslovsdata, UpdateDynamicTextDto, UpdateText,
};

use crate::support::*;

const USERS: [&str; 5] = [ADMIN, CASEWORKER, OTHER_CASEWORKER, PROVIDER, MUNICIPALITY];

/// For each operation, and citizen where it is about one, the status for each of [`USERS`]. Nobody who is not signed in
/// gets anything but 401.
const TABLE: &str = "
GetTexts                              200 403 403 403 403
GetText                               200 403 403 403 403
GetAllGroups                          200 403 403 403 403
CreateText                            200 403 403 403 403
UpdateText                            200 403 403 403 403
DeleteText                            200 403 403 403 403
GetIntegrationslovsdata    2902011234 200 200 403 200 403
GetIntegrationslovsdata    2902021234 200 200 403 403 403
GetIntegrationslovsdata    2902031234 200 200 403 403 403
GetIntegrationslovsdata    2902051234 200 200 403 403 403
GetIntegrationslovsdata    2902061234 200 403 200 403 403
GetIntegrationslovsdata    2902111234 200 403 200 403 403
GetIntegrationslovsdata    2902071234 200 200 403 403 403
GetIntegrationslovsdata    2902091287 502 502 403 403 403
GetIntegrationslovsdata    2902091292 504 504 403 403 403
GetIntegrationslovsdata    2902091294 502 502 403 403 403
GetIntegrationslovsdata    2902104405 409 409 403 403 403
GetIntegrationslovsdata    2902139999 404 404 404 403 403
GetIntegrationslovsdataPdf 2902011234 200 200 200 200 403
GetIntegrationslovsdataPdf 2902021234 200 200 200 403 403
GetIntegrationslovsdataPdf 2902031234 200 200 200 403 403
GetIntegrationslovsdataPdf 2902051234 200 200 200 403 403
GetIntegrationslovsdataPdf 2902061234 200 200 200 403 403
GetIntegrationslovsdataPdf 2902111234 200 200 200 403 403
GetIntegrationslovsdataPdf 2902071234 200 200 200 403 403
GetIntegrationslovsdataPdf 2902091287 502 502 502 403 403
GetIntegrationslovsdataPdf 2902091292 504 504 504 403 403
GetIntegrationslovsdataPdf 2902091294 502 502 502 403 403
GetIntegrationslovsdataPdf 2902104405 409 409 409 403 403
GetIntegrationslovsdataPdf 2902139999 404 404 404 403 403
Transfer                   2902011234 200 200 403 403 403
Transfer                   2902021234 200 200 403 403 403
Transfer                   2902031234 200 200 403 403 403
Transfer                   2902051234 200 200 403 403 403
Transfer                   2902061234 200 403 200 403 403
Transfer                   2902111234 200 403 200 403 403
Transfer                   2902071234 200 200 403 403 403
Transfer                   2902091287 502 502 403 403 403
Transfer                   2902091292 504 504 403 403 403
Transfer                   2902091294 502 502 403 403 403
Transfer                   2902104405 409 409 403 403 403
Transfer                   2902139999 404 404 404 403 403
";

fn asks(operation: &str, citizen: &str, text: uuid::Uuid) -> Ask {
    let (text_, display_text) = (words("a"), words("b"));
    match operation {
        "GetTexts" => Ask::of(&GetTexts::default()),
        "GetText" => Ask::of(&GetText { external_identifier: text }),
        "GetAllGroups" => Ask::of(&GetAllGroups),
        "CreateText" => {
            let body = CreateDynamicTextDto { text: text_, display_text, group_external_identifier: None };
            Ask::of(&CreateText { request_id: new_request_id(), body })
        }
        "UpdateText" => {
            let body = UpdateDynamicTextDto {
                external_identifier: text,
                text: text_,
                display_text,
                group_external_identifier: None,
            };
            Ask::of(&UpdateText { request_id: new_request_id(), body })
        }
        "DeleteText" => Ask::of(&DeleteText { external_identifier: text, request_id: new_request_id() }),
        "GetIntegrationslovsdata" => Ask::of(&GetIntegrationslovsdata { cpr: cpr(citizen) }),
        "GetIntegrationslovsdataPdf" => Ask::of(&GetIntegrationslovsdataPdf { cpr: cpr(citizen) }),
        "Transfer" => Ask::of(&OverfoerLetAsylIntegrationslovsdata { cpr: cpr(citizen), request_id: new_request_id() }),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn every_user_operation_and_citizen() {
    let service = Service::with(60, |settings| settings.slow = std::time::Duration::ZERO, None).await;
    let mut cookies = Vec::new();
    for user in USERS {
        cookies.push(service.sign_in(user).await);
    }
    let mut found = String::from("\n");
    let texts = service.done(&cookies[0], &GetTexts::default()).await;
    let mut texts = texts.iter().map(|text| text.external_identifier).cycle();
    let about_texts = ["GetTexts", "GetText", "GetAllGroups", "CreateText", "UpdateText", "DeleteText"];
    let about_citizens = ["GetIntegrationslovsdata", "GetIntegrationslovsdataPdf", "Transfer"];
    let citizens = [
        FULL,
        BARE,
        WITHOUT_DATA,
        HARD,
        ELSEWHERE,
        REFERRED_ELSEWHERE,
        SLOW,
        "2902091287",
        "2902091292",
        "2902091294",
        DEAD,
        UNKNOWN,
    ];
    let texts_rows = about_texts.map(|operation| (operation, ""));
    let citizens_rows = about_citizens.into_iter().flat_map(|operation| citizens.map(|citizen| (operation, citizen)));
    for (operation, citizen) in texts_rows.into_iter().chain(citizens_rows) {
        let mut statuses = Vec::new();
        for cookie in &cookies {
            let reply = service.send(asks(operation, citizen, texts.next().unwrap()).by(cookie)).await;
            statuses.push(reply.status.as_str().to_owned());
        }
        let stranger = service.send(asks(operation, citizen, texts.next().unwrap())).await;
        assert_eq!(stranger.status, 401, "{operation} {citizen}");
        found += &format!("{operation:<27}{citizen:<11}{}\n", statuses.join(" "));
    }
    assert_eq!(found, TABLE, "{found}");
}
