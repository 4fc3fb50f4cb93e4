//! The values that cannot be invalid once built, and the codes of three shapes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod reading;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use letasyl_contract::*;
use serde_json::json;

fn code(json: serde_json::Value) -> Code {
    serde_json::from_value(json).unwrap()
}

#[test]
fn a_code_in_each_shape_is_kept_whole() {
    for shape in [
        json!(7),
        json!(-1.5),
        json!("7"),
        json!("Flygtning"),
        json!(""),
        json!({ "code": 7, "name": "Flygtning" }),
        json!({ "Kode": "7", "Navn": "Flygtning", "startdato": "2020-01-01", "x": [null, true] }),
        json!({}),
    ] {
        assert_eq!(serde_json::to_value(code(shape.clone())).unwrap(), shape);
    }
    for no_code in [json!(true), json!([1]), json!(null)] {
        assert!(serde_json::from_value::<Code>(no_code).is_err());
    }
}

#[test]
fn code_and_name_are_found_in_each_shape() {
    for (shape, number) in [(json!(7), "7"), (json!("07"), "07")] {
        let code = code(shape);
        assert_eq!((code.code(), code.name()), (Some(number), None));
    }
    assert_eq!(code(json!("Kvote")).name(), Some("Kvote"));
    let object = code(json!({ "Kode": 7, "navn": "Kvote" }));
    assert_eq!((object.code(), object.name()), (Some("7"), Some("Kvote")));
    assert_eq!(code(json!({ "name": " " })).name(), None);
}

#[test]
fn request_ids() {
    assert!(RequestId::parse(&"x".repeat(46)).is_ok());
    assert_eq!(RequestId::parse(&"x".repeat(47)), Err(RequestIdError::TooLong(47)));
    assert_eq!(RequestId::parse(""), Err(RequestIdError::Empty));
    assert_eq!(RequestId::parse("a\nb"), Err(RequestIdError::NotVisible));
    for number in ["2902011234", "290201-1234", "0000000000"] {
        assert_eq!(RequestId::parse(number), Err(RequestIdError::LikeCpr), "{number}");
    }
    for other in ["290201123", "29020112345", "2902-011234", "id-290201-1234", "29020112a4"] {
        assert!(RequestId::parse(other).is_ok(), "{other}");
    }
    assert_eq!(RequestId::from(uuid::Uuid::nil()).as_str().len(), 36);
}

#[test]
fn job_centre_codes() {
    let pattern = regex::Regex::new(&format!("^(?:{JOB_CENTRE_CODE_PATTERN})$")).unwrap();
    for text in ["10100", "00000", "1010", "101000", "1010a", "", "1010\n", "١٠١٠٠"] {
        assert_eq!(JobCentreCode::parse(text).is_ok(), pattern.is_match(text), "{text:?}");
    }
}

#[test]
fn texts_are_kept_to_the_letter() {
    assert!(NonEmptyText::new("").is_err());
    assert_eq!(NonEmptyText::new(" a  b ").unwrap().as_str(), " a  b ");
    assert!(serde_json::from_str::<NonEmptyText>("\"\"").is_err());
}

#[test]
fn a_text_that_is_odd_hides_no_other() {
    let id = "3F2504E0-4F89-41D3-9A0C-0305E82C3301";
    let list = json!([
        { "externalIdentifier": id, "text": "", "displayText": null, "group": { "externalIdentifier": id } },
        { "externalIdentifier": format!("{{{id}}}") },
        { "externalIdentifier": id.to_lowercase(), "text": 7, "displayText": "b", "group": null },
    ]);
    let texts = reading::read::<Vec<GetDynamicTextDto>>(&list.to_string()).unwrap();
    let told: Vec<_> = texts.iter().map(|text| (text.text.as_str(), text.display_text.as_str())).collect();
    assert_eq!(told, [("", ""), ("", ""), ("7", "b")]);
    assert!(texts.iter().all(|text| text.external_identifier == texts[0].external_identifier));
    assert_eq!(texts[0].group.as_ref().map(|group| group.name.as_str()), Some(""));
}

#[test]
fn a_pdf_is_a_pdf() {
    assert_eq!(PdfData::from_base64(""), Err(PdfDataError::Empty));
    assert_eq!(PdfData::from_base64("%%%"), Err(PdfDataError::NotBase64));
    assert_eq!(PdfData::from_base64("SGVq"), Err(PdfDataError::NotPdf));
    for (text, bytes) in [
        ("JVBE\r\nRi0x", b"%PDF-1".as_slice()),
        ("JVBERi0xLg", b"%PDF-1."),
        ("JVBERi0x_-8", b"%PDF-1\xff\xef"),
        ("data:application/pdf;base64,JVBERi0x", b"%PDF-1"),
        ("77u/JVBERi0x", b"\xef\xbb\xbf%PDF-1"),
    ] {
        assert_eq!(PdfData::from_base64(text).as_ref().map(PdfData::bytes), Ok(bytes), "{text}");
    }
    let after =
        |length: usize| PdfData::from_base64(&BASE64_STANDARD.encode([&vec![b'x'; length], &b"%PDF-1"[..]].concat()));
    assert!(after(1_024).is_ok());
    assert_eq!(after(1_025), Err(PdfDataError::NotPdf));
    let answer = |data: &str| {
        let body = json!({ "letAsylIntegrationslovdataSomPdf": { "pdfData": data } }).to_string();
        reading::read::<GetIntegrationslovdataSomPdfResponseDto>(&body).unwrap_err()
    };
    assert_eq!(answer("SGVq"), AnswerFault::Pdf(PdfDataError::NotPdf));
    assert_eq!(answer("%"), AnswerFault::Pdf(PdfDataError::NotBase64));
}

#[test]
fn a_pdf_is_the_same_wherever_it_is_cut() {
    let decode = |letters: &str| BASE64_STANDARD.decode(letters).ok();
    let read = |pieces: &[&str]| {
        let (mut reader, mut bytes) = (PdfPieces::default(), Vec::new());
        for piece in pieces {
            bytes.extend(reader.next(piece, decode)?);
        }
        bytes.extend(reader.end(decode)?);
        Ok::<_, PdfDataError>(bytes)
    };
    for text in [
        "JVBERi0xLjcKYQ==",
        "JVBE\r\nRi0x",
        "JVBERi0=",
        "",
        "%%%",
        "SGVq",
        "JVBE",
        "JVBERi0xQ",
        "JVBERi0=JVBERi0=",
        "data:application/pdf;base64,JVBERi0xLjcKYQ==",
        "data:,JVBERi0",
        "data:JVBERi0",
        "JVBERi0xLg",
        "JVBERi0x_-8",
        "AAAAJVBERi0x",
        "JVBEæi0x",
    ] {
        let whole = PdfData::from_base64(text).map(|pdf| pdf.bytes().to_vec());
        for first in text.char_indices().map(|(at, _)| at) {
            for second in text.char_indices().map(|(at, _)| at).filter(|at| *at >= first) {
                let pieces = [&text[..first], &text[first..second], &text[second..]];
                assert_eq!(read(&pieces).is_ok(), whole.is_ok(), "{pieces:?}");
                if let (Ok(read), Ok(whole)) = (read(&pieces), &whole) {
                    assert_eq!(read, *whole);
                }
            }
        }
    }
}

#[test]
fn an_answer_with_its_pdf_unread() {
    let unread = |body: serde_json::Value| {
        unread_pdf(Some(&&body)).map(|found| found.map(|(job_centre, data)| (job_centre, data.text())))
    };
    assert_eq!(unread(json!({})), Ok(None));
    let document = json!({ "letAsylIntegrationslovdataSomPdf": { "jobcenterkode": "10100", "pdfData": "x" } });
    assert_eq!(unread(document), Ok(Some((JobCentreCode::parse("10100").ok(), "\"x\"".to_owned()))));
    for odd in [json!("1"), json!(""), json!(null), json!(10100), json!({})] {
        let document = json!({ "letAsylIntegrationslovdataSomPdf": { "jobcenterkode": odd, "pdfData": "x" } });
        assert_eq!(unread(document), Ok(Some((None, "\"x\"".to_owned()))));
    }
    assert_eq!(unread(json!(null)), Ok(None));
    for wrong in [
        json!([]),
        json!({ "letAsylIntegrationslovdataSomPdf": {} }),
        json!({ "letAsylIntegrationslovdataSomPdf": [] }),
        json!({ "status": "maintenance" }),
        json!({ "LetAsylIntegrationslovdataSomPdf": { "pdfData": "x" } }),
    ] {
        assert!(matches!(unread(wrong.clone()), Err(AnswerFault::NotAsDocumented(_))), "{wrong}");
    }
    assert_eq!(unread_pdf::<&serde_json::Value>(None), Err(AnswerFault::NotJson));
}

#[test]
fn a_faulty_answer_tells_no_value() {
    let body = json!({ "integrationslovsdata": { "personnummer": "9999991234", "borgersprog": [] } }).to_string();
    let AnswerFault::NotAsDocumented(place) = reading::read::<GetIntegrationslovsdataResponseDto>(&body).unwrap_err()
    else {
        panic!("the answer is JSON");
    };
    for nothing in ["null", "{}", r#"{"integrationslovsdata":null}"#] {
        let read = reading::read::<GetIntegrationslovsdataResponseDto>(nothing);
        assert_eq!(read.map(|answer| answer.integrationslovsdata), Ok(None), "{nothing}");
    }
    for no_object in ["[]", "7", "\"x\"", "true", r#"{"status":"maintenance"}"#, r#"{"Integrationslovsdata":{}}"#] {
        let read = reading::read::<GetIntegrationslovsdataResponseDto>(no_object);
        assert!(matches!(read, Err(AnswerFault::NotAsDocumented(_))), "{no_object}");
    }
    assert_eq!(place.to_string(), "not as documented: /integrationslovsdata/personnummer");
    assert_eq!(reading::read::<GetIntegrationslovsdataResponseDto>("{"), Err(AnswerFault::NotJson));
}

#[test]
fn all_faults_of_a_request_are_found_at_once() {
    let id = "00000000-0000-4000-8000-000000000001";
    let body = json!({ "externalIdentifier": id, "text": "", "displayText": 7, "groupExternalIdentifier": "x" });
    let raw = RawRequest {
        path: vec![("externalIdentifier".into(), "00000000-0000-4000-8000-000000000002".into())],
        body: body.to_string().into_bytes(),
        ..RawRequest::default()
    };
    let faults = UpdateText::from_request(&raw).unwrap_err();
    let told: Vec<_> = faults.iter().map(|f| (f.pointer.as_deref(), f.parameter, f.kind)).collect();
    assert_eq!(
        told,
        [
            (None, Some("x-requestId"), FaultKind::Missing),
            (Some("/text"), None, FaultKind::Empty),
            (Some("/displayText"), None, FaultKind::NotAString),
            (Some("/groupExternalIdentifier"), None, FaultKind::NotUuid),
            (Some("/externalIdentifier"), None, FaultKind::IdsDiffer),
        ]
    );
    let no_json = CreateText::from_request(&RawRequest { body: b"{".to_vec(), ..RawRequest::default() }).unwrap_err();
    assert_eq!(no_json.iter().filter(|f| f.pointer.is_some()).count(), 1, "one fault tells that there is no body");
}

#[test]
fn rights_are_the_documents() {
    use OrganisationType::{AndenAktoer, JobCenter, Kommune, Star};
    for spec in ALL {
        assert_eq!(reach(Star, spec.rights), Reach::All, "{:?}", spec.name);
        assert_eq!(reach(Kommune, spec.rights), Reach::Nobody, "{:?}", spec.name);
    }
    assert_eq!(reach(JobCenter, GetTexts::SPEC.rights), Reach::Nobody);
    assert_eq!(reach(JobCenter, GetIntegrationslovsdata::SPEC.rights), Reach::Own);
    assert_eq!(reach(JobCenter, GetIntegrationslovsdataPdf::SPEC.rights), Reach::All);
    assert_eq!(reach(JobCenter, OverfoerLetAsylIntegrationslovsdata::SPEC.rights), Reach::Own);
    assert_eq!(reach(AndenAktoer, GetIntegrationslovsdata::SPEC.rights), Reach::Referred);
    assert_eq!(reach(AndenAktoer, GetIntegrationslovsdataPdf::SPEC.rights), Reach::Referred);
    assert_eq!(reach(AndenAktoer, OverfoerLetAsylIntegrationslovsdata::SPEC.rights), Reach::Nobody);
}

#[test]
fn a_session_of_another_version_locks_nobody_out() {
    let session = |name: &str, operations: serde_json::Value| {
        let json = json!({
            "user": { "id": "u", "name": name },
            "organisation": { "type": "STAR", "code": "STAR", "name": name },
            "operations": operations,
            "idleSeconds": 1800,
            "secondsLeft": 43200,
            "new": [1],
        });
        SessionDto::from_json(&&json).unwrap()
    };
    let known = session("Ingrid", json!(["CreateText", "GetTexts"]));
    let other = session("Ingrid S.", json!(["GetTexts", "ArchiveText", "CreateText"]));
    assert_eq!(other.operations, [OperationName::CreateText, OperationName::GetTexts]);
    assert!(other.is_same(&known));
    assert!(!session("Ingrid", json!(["GetTexts"])).is_same(&known));
}
